import type { VisibleField } from "./visible-fields.ts";

/** What a key does in the tree: go to a line, or open or close the one it is on. */
export type TreeStep =
  | { readonly kind: "go"; readonly to: number }
  | { readonly kind: "turn"; readonly id: string; readonly open: boolean };

/** The keys of the ARIA tree grid, with the focus on whole lines. Undefined when the key means nothing here. */
export function stepInTree(key: string, lines: readonly VisibleField[], at: number): TreeStep | undefined {
  const line = lines[at];
  if (line === undefined) return undefined;
  const go = (to: number): TreeStep | undefined =>
    to === at || to < 0 || to >= lines.length ? undefined : { kind: "go", to };
  switch (key) {
    case "ArrowDown":
      return go(at + 1);
    case "ArrowUp":
      return go(at - 1);
    case "Home":
      return go(0);
    case "End":
      return go(lines.length - 1);
    case "ArrowRight":
      if (line.isOpen === false) return { kind: "turn", id: line.node.id, open: true };
      return line.isOpen === true ? go(at + 1) : undefined;
    case "ArrowLeft":
      if (line.isOpen === true) return { kind: "turn", id: line.node.id, open: false };
      return line.parent === undefined
        ? undefined
        : go(lines.findIndex(({ node }) => node.id === line.parent));
    default:
      return undefined;
  }
}

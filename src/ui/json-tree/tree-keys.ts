import type { TreeRow } from "./tree-rows.ts";

export type TreeMove =
  | { readonly kind: "go"; readonly index: number }
  | { readonly kind: "unfold" }
  | { readonly kind: "fold" }
  | { readonly kind: "parent" };

/** What a key does at a row of a tree, as the ARIA tree pattern has it; undefined for any other key. */
export function treeKey(
  key: string,
  index: number,
  row: TreeRow,
  size: { rows: number; page: number },
): TreeMove | undefined {
  const go = (to: number): TreeMove => ({ kind: "go", index: Math.max(0, Math.min(size.rows - 1, to)) });
  switch (key) {
    case "ArrowDown":
      return go(index + 1);
    case "ArrowUp":
      return go(index - 1);
    case "PageDown":
      return go(index + size.page);
    case "PageUp":
      return go(index - size.page);
    case "Home":
      return go(0);
    case "End":
      return go(size.rows - 1);
    case "ArrowRight":
      if (row.isOpen) return go(index + 1);
      return row.canUnfold ? { kind: "unfold" } : undefined;
    case "ArrowLeft":
      return row.isOpen ? { kind: "fold" } : { kind: "parent" };
    case "Enter":
    case " ":
      if (!row.canUnfold) return undefined;
      return row.isOpen ? { kind: "fold" } : { kind: "unfold" };
    default:
      return undefined;
  }
}

import { isOpenAtFirst, matchesField, type FieldNode } from "./field-tree.ts";

/** A line of the tree as it is shown. */
export interface VisibleField {
  readonly node: FieldNode;
  /** Counted from 1, as all three of a line's places. */
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  readonly parent: string | undefined;
  /** Undefined when there is nothing inside. */
  readonly isOpen: boolean | undefined;
}

/**
 * The lines that are in sight.
 *
 * @param turned the nodes that somebody opened or closed, by id
 * @param search shows only what it finds, with the way there; what it finds may still be looked into
 */
export function visibleFields(
  fields: readonly FieldNode[],
  turned: ReadonlyMap<string, boolean>,
  search: string,
): readonly VisibleField[] {
  const lines: VisibleField[] = [];
  const add = (nodes: readonly FieldNode[], level: number, parent: string | undefined, wanted: string) => {
    const shown = wanted === "" ? nodes : nodes.filter((node) => isFound(node, wanted));
    for (const [index, node] of shown.entries()) {
      const leadsOn = wanted !== "" && node.children.some((child) => isFound(child, wanted));
      const atFirst = wanted === "" ? isOpenAtFirst(node) : leadsOn;
      const isOpen = node.children.length === 0 ? undefined : (turned.get(node.id) ?? atFirst);
      lines.push({ node, level, position: index + 1, siblings: shown.length, parent, isOpen });
      if (isOpen === true) add(node.children, level + 1, node.id, leadsOn ? wanted : "");
    }
  };
  add(fields, 1, undefined, search.trim());
  return lines;
}

function isFound(node: FieldNode, search: string): boolean {
  return matchesField(node, search) || node.children.some((child) => isFound(child, search));
}

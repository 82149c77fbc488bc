import type { ConvexValue } from "#values/convex-value.ts";
import { canUnfold, childAt, childCount, type TreeChild } from "./tree-children.ts";

/**
 * An unfolded node: how many rows it and all below it take, and which of its children are unfolded. Only unfolded
 * nodes exist, so a folded array of a million items costs nothing.
 */
export interface OpenNode {
  readonly rows: number;
  /** By the child's place, ascending. */
  readonly open: readonly (readonly [number, OpenNode])[];
}

/** Places from the root down: [2, 0] is the first child of the third. The root is []. */
export type TreePath = readonly number[];

export interface TreeRow {
  readonly path: TreePath;
  readonly kind: "root" | TreeChild["kind"];
  readonly key: string | number | undefined;
  readonly value: ConvexValue;
  readonly canUnfold: boolean;
  readonly isOpen: boolean;
  /** How many stand beside it, itself included. */
  readonly siblings: number;
}

export function countRows(root: OpenNode | undefined): number {
  return root?.rows ?? 1;
}

/** Unfolds a node, or folds it with all below it; nodes above it are unfolded if they were not. */
export function withOpen(
  value: ConvexValue,
  node: OpenNode | undefined,
  path: TreePath,
  open: boolean,
): OpenNode | undefined {
  const [first, ...rest] = path;
  if (first === undefined) {
    if (!open || !canUnfold(value)) return undefined;
    return node ?? { rows: 1 + childCount(value), open: [] };
  }
  const child = childAt(value, first);
  if (!child) return node;
  const before = node ?? { rows: 1 + childCount(value), open: [] };
  const old = before.open.find(([place]) => place === first)?.[1];
  const next = withOpen(child.value, old, rest, open);
  const others = before.open.filter(([place]) => place !== first);
  const children = next ? [...others, [first, next] as const].toSorted((a, b) => a[0] - b[0]) : others;
  return { rows: before.rows - countRows(old) + countRows(next), open: children };
}

/** The row at a place from the top, or undefined below the last. Costs what lies above it in its own branch. */
export function rowAt(value: ConvexValue, root: OpenNode | undefined, index: number): TreeRow | undefined {
  if (index < 0 || index >= countRows(root)) return undefined;
  const path: number[] = [];
  let at: TreeRow = row(path, "root", undefined, value, root, 1);
  let node = root;
  let left = index;
  while (left > 0 && node) {
    left -= 1;
    const place: { index: number; left: number; node: OpenNode | undefined } = enter(node, left);
    const child = childAt(at.value, place.index);
    if (!child) return undefined;
    const siblings = childCount(at.value);
    path.push(place.index);
    at = row(path, child.kind, child.key, child.value, place.node, siblings);
    node = place.node;
    left = place.left;
  }
  return { ...at, path: [...path] };
}

/** Which child holds the row that is `left` rows below the first child, and how far into it that row is. */
function enter(node: OpenNode, left: number): { index: number; left: number; node: OpenNode | undefined } {
  let next = 0;
  let rest = left;
  for (const [place, child] of node.open) {
    const folded = place - next;
    if (rest < folded) break;
    rest -= folded;
    if (rest < child.rows) return { index: place, left: rest, node: child };
    rest -= child.rows;
    next = place + 1;
  }
  return { index: next + rest, left: 0, node: undefined };
}

/** The place from the top of a row that is in sight. */
export function indexOf(root: OpenNode | undefined, path: TreePath): number {
  let index = 0;
  let node = root;
  for (const place of path) {
    index += 1 + place;
    let inside: OpenNode | undefined;
    for (const [sibling, child] of node?.open ?? []) {
      if (sibling < place) index += child.rows - 1;
      if (sibling === place) inside = child;
    }
    node = inside;
  }
  return index;
}

/** The root unfolded, and what is below it level by level as long as all of it takes at most `rows` rows. */
export function openAtFirst(value: ConvexValue, rows: number): OpenNode | undefined {
  let root = withOpen(value, undefined, [], true);
  let level: { path: TreePath; value: ConvexValue }[] = [{ path: [], value }];
  while (root && level.length > 0) {
    const next: typeof level = [];
    for (const parent of level) {
      // Of a long array no more can fit than there is room for.
      const count = Math.min(childCount(parent.value), rows);
      for (let place = 0; place < count; place++) {
        const child = childAt(parent.value, place);
        if (!child || child.kind === "text" || typeof child.value === "string" || !canUnfold(child.value))
          continue;
        if (countRows(root) + childCount(child.value) > rows) continue;
        const path = [...parent.path, place];
        root = withOpen(value, root, path, true);
        next.push({ path, value: child.value });
      }
    }
    level = next;
  }
  return root;
}

function row(
  path: TreePath,
  kind: TreeRow["kind"],
  key: string | number | undefined,
  value: ConvexValue,
  node: OpenNode | undefined,
  siblings: number,
): TreeRow {
  return {
    path,
    kind,
    key,
    value,
    canUnfold: kind !== "text" && canUnfold(value),
    isOpen: node !== undefined,
    siblings,
  };
}

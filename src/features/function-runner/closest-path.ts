/**
 * The path that was most likely meant by one that names nothing, or undefined when none comes near. What is written in
 * code (`api.messages.list`) counts as its path.
 */
export function closestPath(typed: string, paths: readonly string[]): string | undefined {
  const wanted = typed.trim().toLowerCase();
  if (wanted === "") return undefined;
  const fromCode = pathFromCode(wanted);
  const exact = paths.find((path) => path.toLowerCase() === fromCode);
  if (exact !== undefined) return exact;
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length * 0.4)) + 1;
  for (const path of paths) {
    const distance = nearest(wanted, path.toLowerCase());
    if (distance < bestDistance) {
      best = path;
      bestDistance = distance;
    }
  }
  return best;
}

function pathFromCode(typed: string): string {
  const names = typed.replace(/^(?:api|internal)\./, "").split(".");
  return names.length < 2 ? typed : `${names.slice(0, -1).join("/")}:${names.at(-1) ?? ""}`;
}

/** A path is known by its whole, by its module or by its function; the whole wins where they are equally near. */
function nearest(wanted: string, path: string): number {
  const colon = path.lastIndexOf(":");
  const parts = colon < 0 ? [] : [path.slice(0, colon), path.slice(colon + 1)];
  return Math.min(editDistance(wanted, path), ...parts.map((part) => editDistance(wanted, part) + 0.5));
}

/** How many letters to add, drop, change or swap with their neighbour to make one text of the other. */
export function editDistance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[other.length] ?? 0;
}

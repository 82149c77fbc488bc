/** Thrown where a function would otherwise exhaust the memory of the whole process. */
export class OutOfMemory extends Error {}

/** Characters in one text, or in all texts of a value made into JSON. */
const mostCharacters = 24 * 1024 * 1024;

/**
 * A thread that slowly runs out of memory ends alone, but one allocation far beyond its limit takes the process
 * with it. The two ways by which a function comes to one, repeated text and JSON, are refused beforehand.
 */
export function refuseHugeTexts(scope: typeof globalThis): void {
  const { stringify } = scope.JSON;
  const json = scope.JSON as { stringify: (...args: unknown[]) => string };
  json.stringify = (...args) => {
    if (characters(args[0], mostCharacters) > mostCharacters) throw new OutOfMemory();
    return stringify(...(args as Parameters<typeof stringify>));
  };
  const prototype = scope.String.prototype as { repeat: (this: string, count: number) => string };
  const { repeat } = prototype;
  prototype.repeat = function (this: string, count) {
    if (this.length * count > mostCharacters) throw new OutOfMemory();
    return repeat.call(this, count);
  };
}

/** How many characters a value's strings have, counted until there are more than `most`. */
function characters(value: unknown, most: number): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 0;
  let count = 0;
  for (const member of Object.values(value)) {
    if (typeof member === "number") continue;
    count += characters(member, most);
    if (count > most) break;
  }
  return count;
}

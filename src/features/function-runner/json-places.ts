export type JsonPath = readonly (string | number)[];

/** Where a value stands in a JSON text; UTF-16 units from 0, the end not included. */
export interface JsonPlace {
  readonly path: JsonPath;
  readonly start: number;
  readonly end: number;
  /** Where its key begins; the value itself in a list and at the root. */
  readonly keyStart: number;
  /** The object had this key before. */
  readonly isRepeated: boolean;
}

interface Container {
  readonly path: JsonPath;
  readonly start: number;
  readonly keyStart: number;
  readonly isRepeated: boolean;
  /** The keys read so far; undefined in a list. */
  readonly keys: Set<string> | undefined;
  index: number;
  key: { readonly text: string; readonly start: number; readonly isRepeated: boolean } | undefined;
}

// No value that the deployment takes is deeper, and ever longer paths would take the square of the text's length.
const deepest = 100;

/** The values of a text that is JSON with their places, 100 levels deep; a container comes after what it holds. */
export function jsonPlaces(text: string): readonly JsonPlace[] {
  const places: JsonPlace[] = [];
  // A list rather than calls: nesting may be deeper than the call stack.
  const open: Container[] = [];
  let at = 0;

  const begin = (start: number) => {
    const holder = open.at(-1);
    if (holder === undefined) return { path: [], start, keyStart: start, isRepeated: false };
    const { key } = holder;
    const step = key?.text ?? holder.index;
    holder.key = undefined;
    return {
      path: open.length <= deepest ? [...holder.path, step] : holder.path,
      start,
      keyStart: key?.start ?? start,
      isRepeated: key?.isRepeated ?? false,
    };
  };

  while (at < text.length) {
    const character = text[at] ?? "";
    const holder = open.at(-1);
    if (character === "{" || character === "[") {
      open.push({ ...begin(at), keys: character === "{" ? new Set() : undefined, index: 0, key: undefined });
      at += 1;
    } else if (character === "}" || character === "]") {
      at += 1;
      const closed = open.pop();
      if (closed !== undefined && open.length <= deepest) {
        const { path, start, keyStart, isRepeated } = closed;
        places.push({ path, start, end: at, keyStart, isRepeated });
      }
    } else if (character === ",") {
      if (holder !== undefined) holder.index += 1;
      at += 1;
    } else if (character === '"' && holder?.keys !== undefined && holder.key === undefined) {
      const end = endOfString(text, at);
      const key = JSON.parse(text.slice(at, end)) as string;
      holder.key = { text: key, start: at, isRepeated: holder.keys.has(key) };
      holder.keys.add(key);
      at = end;
    } else if (/[\s:]/.test(character)) {
      at += 1;
    } else {
      const end = character === '"' ? endOfString(text, at) : endOfWord(text, at);
      const place = { ...begin(at), end };
      if (open.length <= deepest) places.push(place);
      at = end;
    }
  }
  return places;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

function endOfWord(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && !/[\s,\]}]/.test(text[at] ?? "")) at += 1;
  return at;
}

/** `attachments[0].name` */
export function printJsonPath(path: JsonPath): string {
  let printed = "";
  for (const step of path) {
    if (typeof step === "number") printed += `[${step}]`;
    else if (/^[A-Za-z_$][A-Za-z0-9_$]*$/.test(step)) printed += printed === "" ? step : `.${step}`;
    else printed += `[${JSON.stringify(step)}]`;
  }
  return printed;
}

import { badRequest } from "./refusal.ts";

interface Kinds {
  text: string;
  int64: bigint;
  boolean: boolean;
}
type Declared = Readonly<Record<string, keyof Kinds>>;

/** Reads the declared parameters of a query string, each at most once. Throws `BadQueryArgs`. */
export function readQuery<D extends Declared>(
  request: Request,
  declared: D,
): { [name in keyof D]?: Kinds[D[name]] } {
  const found = new Map<string, unknown>();
  for (const [name, value] of new URL(request.url).searchParams) {
    const kind = Object.hasOwn(declared, name) ? declared[name] : undefined;
    if (kind === undefined) continue;
    if (found.has(name)) throw refuse(`duplicate field \`${name}\``);
    found.set(name, readParameter(name, kind, value));
  }
  return Object.fromEntries(found) as { [name in keyof D]?: Kinds[D[name]] };
}

function readParameter(name: string, kind: keyof Kinds, value: string): unknown {
  if (kind === "text") return value;
  if (kind === "int64") return readInt64(name, value);
  if (value === "true" || value === "false") return value === "true";
  throw refuse(`${name}: provided string was not \`true\` or \`false\``);
}

function readInt64(name: string, value: string): bigint {
  if (value === "") throw refuse(`${name}: cannot parse integer from empty string`);
  if (!/^[+-]?[0-9]+$/.test(value)) throw refuse(`${name}: invalid digit found in string`);
  const integer = BigInt(value.replace("+", ""));
  if (integer > (1n << 63n) - 1n) throw refuse(`${name}: number too large to fit in target type`);
  if (integer < -(1n << 63n)) throw refuse(`${name}: number too small to fit in target type`);
  return integer;
}

function refuse(reason: string) {
  return badRequest("BadQueryArgs", `Failed to deserialize query string: ${reason}`);
}

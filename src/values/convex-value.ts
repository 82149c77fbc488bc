import { Base64Error, decodeBase64, encodeBase64 } from "./base64.ts";
import { fieldNameFault } from "./identifier.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";
import { setOwn } from "./set-own.ts";

/** A Convex value: a bigint is an Int64, a number a Float64, a Uint8Array is Bytes. */
export type ConvexValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | readonly ConvexValue[]
  | ConvexObject;
export type ConvexObject = { readonly [field: string]: ConvexValue };

/**
 * How a value is spelt in JSON. `clean` is easy to read and loses types, `encoded` loses nothing, `export` is
 * `encoded` with bare integers.
 */
export type ValueFormat = "clean" | "encoded" | "export";

/** JSON that is no Convex value; `code` is the server's short name where it has one of its own. */
export class ValueError extends Error {
  override readonly name = "ValueError";
  readonly path: readonly (string | number)[];
  readonly code: string | undefined;

  constructor(message: string, path: readonly (string | number)[] = [], code?: string) {
    super(message);
    this.path = path;
    this.code = code;
  }
}

const maxArrayLength = 8192;
const maxObjectFields = 1024;
export const maxNesting = 64;

/**
 * Spells a value in one of the three formats. Integers of the export format are bigints.
 *
 * @throws {ValueError} for a bigint of more than 64 bits
 */
export function encodeValue(value: ConvexValue, format: ValueFormat): Json {
  switch (typeof value) {
    case "number":
      return encodeFloat(value, format);
    case "bigint":
      if (BigInt.asIntN(64, value) !== value) throw new ValueError(`${value} does not fit into an Int64`);
      if (format === "export") return value;
      return format === "clean" ? String(value) : { $integer: encodeBase64(int64Bytes(value)) };
    case "object":
      break;
    default:
      return value;
  }
  if (value === null) return null;
  if (value instanceof Uint8Array) {
    const text = encodeBase64(value);
    return format === "clean" ? text : { $bytes: text };
  }
  if (isArray(value)) return value.map((item) => encodeValue(item, format));
  return encodeObject(value, format);
}

/** As `encodeValue`, for the fields of a document or of arguments. */
function encodeObject(object: ConvexObject, format: ValueFormat): JsonObject {
  const encoded: Record<string, Json> = {};
  for (const [field, value] of Object.entries(object)) setOwn(encoded, field, encodeValue(value, format));
  return encoded;
}

function encodeFloat(value: number, format: ValueFormat): Json {
  if (Number.isFinite(value)) {
    return format === "encoded" && Object.is(value, -0) ? { $float: encodeBase64(floatBytes(value)) } : value;
  }
  return format === "clean" ? String(value) : { $float: encodeBase64(floatBytes(value)) };
}

/**
 * Reads the encoded format, as the server reads arguments: a JSON number is always a Float64.
 *
 * @throws {ValueError} in the server's words, for what the server refuses
 */
export function decodeValue(json: Json): ConvexValue {
  return decode(json, []);
}

/** As `decodeValue`, for an object. @throws {ValueError} */
export function decodeObject(json: JsonObject): ConvexObject {
  const value = decode(json, []);
  if (!isConvexObject(value)) throw new ValueError("Value must be an Object");
  return value;
}

type Path = (string | number)[];

function decode(json: Json, path: Path): ConvexValue {
  switch (typeof json) {
    case "bigint": {
      const float = Number(json);
      if (!Number.isFinite(float)) throw new ValueError("number out of range", [...path]);
      return float;
    }
    case "object":
      break;
    default:
      return json;
  }
  if (json === null) return null;
  return isObject(json) ? decodeJsonObject(json, path) : decodeArray(json, path);
}

function decodeArray(json: readonly Json[], path: Path): ConvexValue {
  refuseNesting(path);
  const items = json.map((item, index) => {
    path.push(index);
    const value = decode(item, path);
    path.pop();
    return value;
  });
  if (items.length > maxArrayLength) {
    const message = `Array length is too long (${items.length} > maximum length ${maxArrayLength})`;
    throw new ValueError(message, [...path], "ArrayTooLong");
  }
  return items;
}

function decodeJsonObject(json: JsonObject, path: Path): ConvexValue {
  const keys = Object.keys(json);
  const [only] = keys;
  if (keys.length === 1 && only !== undefined && only.startsWith("$")) {
    const special = decodeSpecial(only, json[only] as Json, path);
    if (special !== undefined) return special;
  }
  refuseNesting(path);
  const fields: Record<string, ConvexValue> = {};
  for (const key of keys) {
    path.push(key);
    const fault = fieldNameFault(key);
    if (fault !== undefined) throw new ValueError(fault, [...path]);
    setOwn(fields, key, decode(json[key] as Json, path));
    path.pop();
  }
  if (keys.length > maxObjectFields) {
    const message = `Object has too many fields (${keys.length} > maximum number ${maxObjectFields})`;
    throw new ValueError(message, [...path], "TooManyFieldsError");
  }
  return fields;
}

function decodeSpecial(key: string, json: Json, path: Path): bigint | number | Uint8Array | undefined {
  if (key !== "$integer" && key !== "$float" && key !== "$bytes") return undefined;
  if (typeof json !== "string") {
    throw new ValueError(`invalid type: ${serdeName(json)}, expected a string`, [...path]);
  }
  const bytes = bytesOf(json, path);
  if (key === "$bytes") return bytes;
  const view = new DataView(bytes.buffer);
  if (key === "$integer") {
    if (bytes.length !== 8) throw new ValueError("Int64 must be exactly eight bytes", [...path]);
    return view.getBigInt64(0, true);
  }
  if (bytes.length !== 8) throw new ValueError("Float64 must be exactly eight bytes", [...path]);
  const float = view.getFloat64(0, true);
  // Two spellings of one number are not allowed; the server lets only zero pass.
  if (Number.isFinite(float) && float !== 0) {
    throw new ValueError(`Float64 ${float} should be encoded as a number`, [...path]);
  }
  return float;
}

function bytesOf(text: string, path: Path): Uint8Array {
  try {
    return decodeBase64(text);
  } catch (error) {
    if (error instanceof Base64Error) throw new ValueError(error.message, [...path]);
    throw error;
  }
}

/** What Rust's JSON reader calls a value of the wrong type. */
function serdeName(json: Exclude<Json, string>): string {
  if (json === null) return "null";
  if (typeof json === "boolean") return `boolean \`${json}\``;
  if (typeof json === "bigint") return `integer \`${json}\``;
  if (typeof json === "number") {
    return Number.isInteger(json) ? `integer \`${json}\`` : `floating point \`${json}\``;
  }
  return isObject(json) ? "map" : "sequence";
}

/** Stops before the level that is one too many: looking deeper could only exhaust the stack. */
function refuseNesting(path: Path): void {
  if (path.length < maxNesting) return;
  const message = `Value is too nested (nested ${maxNesting + 1} levels deep > maximum nesting ${maxNesting})`;
  throw new ValueError(message, [...path], "TooNestedError");
}

function int64Bytes(value: bigint): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigInt64(0, value, true);
  return bytes;
}

function floatBytes(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value, true);
  return bytes;
}

export function isArray(value: ConvexValue): value is readonly ConvexValue[] {
  return Array.isArray(value);
}

export function isConvexObject(value: ConvexValue | undefined): value is ConvexObject {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
  );
}

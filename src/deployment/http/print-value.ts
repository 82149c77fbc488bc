import { encodeBase64 } from "#values/base64.ts";
import { type ConvexObject, type ConvexValue, isArray, type ValueFormat } from "#values/convex-value.ts";

/**
 * A Convex value as the server prints it: no white space, keys in byte order, floats always with a fraction or an
 * exponent, text beyond ASCII as it is. (A general JSON printer would write 1 for 1.0.)
 */
export function printValue(value: ConvexValue, format: ValueFormat): string {
  if (value === null) return "null";
  switch (typeof value) {
    case "string":
      return JSON.stringify(value);
    case "number":
      return printFloat(value, format);
    case "bigint":
      return printInt64(value, format);
    case "boolean":
      return value ? "true" : "false";
    default:
      break;
  }
  if (value instanceof Uint8Array) {
    const base64 = encodeBase64(value);
    return format === "clean" ? `"${base64}"` : `{"$bytes":"${base64}"}`;
  }
  if (isArray(value)) return `[${value.map((item) => printValue(item, format)).join(",")}]`;
  return printObject(value, format);
}

/** An object's keys are ordered by their UTF-8 bytes; field names are ASCII, so the order of code units is the same. */
function printObject(object: ConvexObject, format: ValueFormat): string {
  let text = "";
  for (const key of Object.keys(object).sort()) {
    const value = object[key];
    if (value === undefined) continue;
    text += `${text === "" ? "{" : ","}${JSON.stringify(key)}:${printValue(value, format)}`;
  }
  return text === "" ? "{}" : `${text}}`;
}

function printInt64(value: bigint, format: ValueFormat): string {
  if (format === "export") return value.toString();
  if (format === "clean") return `"${value}"`;
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigInt64(0, value, true);
  return `{"$integer":"${encodeBase64(bytes)}"}`;
}

function printFloat(value: number, format: ValueFormat): string {
  const isPlain = Number.isFinite(value) && !Object.is(value, -0);
  if (isPlain) return printNumber(value);
  if (Object.is(value, -0) && format !== "encoded") return "-0.0";
  if (format === "clean") return `"${value}"`;
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value, true);
  return `{"$float":"${encodeBase64(bytes)}"}`;
}

/** A finite float as the server's JSON printer writes it: plain from 0.00001 up to 1e16, with an exponent outside. */
export function printNumber(value: number): string {
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e16) return `${Object.is(value, -0) ? "-0" : value}.0`;
  if (size >= 1e-5 && size < 1e16) return String(value);
  return value.toExponential().replace("e+", "e");
}

import { printNumber } from "#deployment/http/print-value.ts";
import { encodeBase64 } from "#values/base64.ts";
import { compareStrings } from "#values/compare-strings.ts";
import { isArray, type ConvexValue } from "#values/convex-value.ts";

const plainKey = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** A value as the server's error texts show it: `{a: 1.0, b: "x"}`, bytes as `b"aGk="`, an Int64 as its digits. */
export function printConvex(value: ConvexValue): string {
  if (value === null) return "null";
  switch (typeof value) {
    case "string":
      return quoted(value);
    case "number":
      return Number.isFinite(value) ? printNumber(value) : printSpecial(value);
    case "bigint":
    case "boolean":
      return String(value);
    default:
      break;
  }
  if (value instanceof Uint8Array) return `b"${encodeBase64(value)}"`;
  if (isArray(value)) return `[${value.map(printConvex).join(", ")}]`;
  const fields = Object.entries(value).sort(([a], [b]) => compareStrings(a, b));
  return `{${fields.map(([name, field]) => `${printKey(name)}: ${printConvex(field)}`).join(", ")}}`;
}

/** A field's name, in quotes where it could not stand without. */
export function printKey(name: string): string {
  return plainKey.test(name) ? name : quoted(name);
}

function printSpecial(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  return value > 0 ? "inf" : "-inf";
}

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\0": "\\0",
};

/** A string with its quotes; of the characters that do not show, the code point. */
function quoted(text: string): string {
  const inner = text.replace(/["\\]|\p{Cc}/gu, (character) => {
    return escapes[character] ?? `\\u{${character.charCodeAt(0).toString(16)}}`;
  });
  return `"${inner}"`;
}

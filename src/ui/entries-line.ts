import { isArray, type ConvexObject, type ConvexValue } from "#values/convex-value.ts";
import { preview } from "#values/preview.ts";
import { formatBytes } from "./format-bytes.ts";

/** What an object or array holds, in a line of about `maxChars`: `browser: "Firefox 145", tags: [3], …`. */
export function entriesLine(value: readonly ConvexValue[] | ConvexObject, maxChars = 160): string {
  let line = "";
  const keys = isArray(value) ? undefined : Object.keys(value);
  const count = keys ? keys.length : Number(value["length"]);
  for (let index = 0; index < count; index++) {
    if (line.length > maxChars) return `${line}, …`;
    const key = keys?.[index];
    const item = (isArray(value) ? value[index] : value[key ?? ""]) as ConvexValue;
    line += `${index > 0 ? ", " : ""}${key === undefined ? "" : `${key}: `}${brief(item)}`;
  }
  return line;
}

function brief(value: ConvexValue): string {
  if (value instanceof Uint8Array) return formatBytes(value.length);
  if (typeof value === "object" && value !== null) {
    return isArray(value) ? `[${value.length}]` : `{${Object.keys(value).length}}`;
  }
  return preview(value, 48);
}

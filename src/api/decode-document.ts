import { decodeValue, type ConvexObject, type ConvexValue } from "#values/convex-value.ts";
import { asDocumentId, type Delta, type Document } from "#values/document.ts";
import type { Json } from "#values/json.ts";
import { asTimestamp } from "#values/timestamp.ts";
import { asInteger, asNumber, asObject, asString } from "./read-answer.ts";

const systemFields = new Set(["_id", "_creationTime", "_ts", "_table", "_component", "_deleted"]);

/** A value of `list_snapshot`: the system fields apart from the user's. */
export function decodeDocument(json: Json): Document {
  const row = asObject(json, "A document");
  const fields: Record<string, ConvexValue> = {};
  for (const name of Object.keys(row)) {
    if (!systemFields.has(name)) setField(fields, name, decodeValue(row[name] ?? null));
  }
  return {
    ...origin(row),
    creationTime: asNumber(row["_creationTime"], "_creationTime"),
    fields: fields as ConvexObject,
  };
}

/** A value of `document_deltas`. Deletions of older servers lack `_table`, and written ones `_deleted`. */
export function decodeDelta(json: Json): Delta {
  const row = asObject(json, "A delta");
  if (row["_deleted"] === true) return { kind: "deleted", ...origin(row) };
  return { kind: "written", ...decodeDocument(json) };
}

function origin(row: { readonly [key: string]: Json }) {
  return {
    id: asDocumentId(asString(row["_id"], "_id")),
    table: typeof row["_table"] === "string" ? row["_table"] : "",
    component: typeof row["_component"] === "string" ? row["_component"] : "",
    ts: asTimestamp(asInteger(row["_ts"], "_ts")),
  };
}

// A field may be called __proto__, which an assignment would take for something else.
function setField(fields: Record<string, ConvexValue>, name: string, value: ConvexValue): void {
  if (name === "__proto__") {
    Object.defineProperty(fields, name, { value, enumerable: true, writable: true, configurable: true });
  } else {
    fields[name] = value;
  }
}

import { printValue } from "#deployment/http/print-value.ts";
import { documentTextAs, valueOfText } from "#deployment/store/document-text.ts";
import type { ValueFormat } from "#values/convex-value.ts";
import type { ColumnFilter } from "./selection.ts";

/** A document's fields as text in a format, those of the selection only. */
export function recordText(text: string, format: ValueFormat, columns: ColumnFilter): string {
  if (columns === "all") return documentTextAs(text, format);
  const kept = Object.entries(valueOfText(text)).filter(([name]) => columns(name));
  return printValue(Object.fromEntries(kept), format);
}

/** A record's text with system fields put in front of its own. */
export function withLeading(leading: string, record: string): string {
  return `{${leading}${record === "{}" ? "" : ","}${record.slice(1)}`;
}

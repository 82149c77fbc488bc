import type { Document } from "#values/document.ts";

const names = ["subject", "title", "name", "label", "email", "filename", "body", "text", "message"];

/** The text by which a person knows a document, if it has a field that is likely to hold one. */
export function knownName(document: Document | undefined): string | undefined {
  if (document === undefined) return undefined;
  for (const name of names) {
    const value = Object.hasOwn(document.fields, name) ? document.fields[name] : undefined;
    if (typeof value === "string" && value.trim() !== "") return value;
  }
  return undefined;
}

import type { SourceFile } from "#reading/source-file.ts";

/** A file of a text (UTF-8) or of bytes. */
export function textFile(content: string | Uint8Array<ArrayBuffer>, name = "file.csv"): SourceFile {
  return new File([content], name);
}

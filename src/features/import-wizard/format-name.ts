import type { FileFormat } from "#reading/file-format.ts";

const delimiters = { ",": "commas", "\t": "tabs", ";": "semicolons", "|": "bars" } as const;

/** What a file is, in words. */
export function formatName(format: FileFormat): string {
  switch (format.kind) {
    case "table":
      return `A table of text with ${delimiters[format.dialect.delimiter]}, names in the first row`;
    case "json-array":
      return "A JSON array, one record an element";
    case "json-lines":
      return "JSON Lines, one record a line";
  }
}

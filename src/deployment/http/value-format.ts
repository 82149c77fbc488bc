import type { ValueFormat } from "#values/convex-value.ts";
import { badRequest } from "./refusal.ts";

const formats: Readonly<Record<string, ValueFormat>> = {
  json: "clean",
  convex_clean_json: "clean",
  convex_encoded_json: "encoded",
  convex_json: "encoded",
  export_json: "export",
};

/** The format a `format` parameter names; absent means clean. Throws `BadFormat`. */
export function valueFormat(name: string | undefined): ValueFormat {
  if (name === undefined) return "clean";
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined;
  if (format === undefined) {
    throw badRequest("BadFormat", `format param must be one of [\`json\`]. Got ${name}`);
  }
  return format;
}

import { anyJson, optional } from "#deployment/http/body-decoder.ts";
import type { Json } from "#values/json.ts";
import type { selectionOf } from "./selection.ts";

const names = { tableName: "tableName", table_name: "tableName", component: "component" } as const;

/** The selector of a GET: `tableName` and `component`. One of them given twice is unusable, as null is. */
export function selectorQuery(request: Request): Parameters<typeof selectionOf>[0] {
  const selector: { tableName?: Json; component?: Json } = {};
  for (const [parameter, value] of new URL(request.url).searchParams) {
    if (!Object.hasOwn(names, parameter)) continue;
    const name = names[parameter as keyof typeof names];
    selector[name] = Object.hasOwn(selector, name) ? null : value;
  }
  return selector;
}

/** The selector's fields in a POST body: anything is read there, and only then found usable or not. */
export const selectorBody = {
  tableName: present(),
  table_name: present(),
  component: present(),
  selection: present(),
} as const;

/** Missing is not the same as null here: null is a selector of the wrong type. */
function present() {
  return { ...anyJson, absent: optional(anyJson).absent as { value: Json | undefined } } as {
    read: typeof anyJson.read;
    absent: { value: Json | undefined };
  };
}

import { encodeValue, type ConvexValue } from "#values/convex-value.ts";
import { printJson } from "#values/json.ts";
import { keyText } from "#values/shape-text.ts";
import { childAt, type TreeChild } from "./tree-children.ts";
import type { TreePath } from "./tree-rows.ts";

/** A value as text to copy: a string without quotes, an int64 as its digits, all else as JSON that keeps types. */
export function valueClipboard(value: ConvexValue): string {
  if (typeof value === "string") return value;
  if (typeof value === "bigint") return String(value);
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  return printJson(encodeValue(value, "encoded"), 2);
}

/** How JavaScript would reach a value from the root: `attachments[0].name`, `["first name"]`. */
export function pathClipboard(root: ConvexValue, path: TreePath): string {
  let text = "";
  let at: ConvexValue | undefined = root;
  for (const place of path) {
    const child: TreeChild | undefined = at === undefined ? undefined : childAt(at, place);
    if (!child || child.kind === "text") break;
    if (child.kind === "item") text += `[${child.key}]`;
    else if (keyText(child.key) === child.key) text += text === "" ? child.key : `.${child.key}`;
    else text += `[${JSON.stringify(child.key)}]`;
    at = child.value;
  }
  return text;
}

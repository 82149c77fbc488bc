import { expect, test } from "vitest";
import { decodeObject } from "#values/convex-value.ts";
import { asDocumentId } from "#values/document.ts";
import { isObject, parseJson } from "#values/json.ts";
import { asTimestamp } from "#values/timestamp.ts";
import { documentJson } from "./document-json.ts";

test("loses nothing of a document", () => {
  const fields = {
    big: 9_007_199_254_740_993n,
    bytes: Uint8Array.of(0, 255),
    nan: Number.NaN,
    zero: -0,
    nested: { list: [null, 1.5, "text"] },
  };
  const text = documentJson({
    id: asDocumentId("j57"),
    table: "t",
    component: "",
    ts: asTimestamp(1n),
    creationTime: 1_763_917_084_117.25,
    fields,
  });
  const json = parseJson(text);
  if (!isObject(json)) throw new Error("It should be an object.");
  const { _id, _creationTime, ...rest } = json;
  expect([_id, _creationTime]).toEqual(["j57", 1_763_917_084_117.25]);
  expect(decodeObject(rest)).toStrictEqual(fields);
});

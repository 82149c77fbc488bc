import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { isFieldName, NameError } from "#values/identifier.ts";
import { isObject, type Json, type JsonObject } from "#values/json.ts";
import { storedRecord } from "#values/stored-record.ts";
import { loadTransliteration } from "#values/transliterate.ts";

beforeAll(loadTransliteration);

it("renames fields at any depth and says which", () => {
  const { record, renames, isDeleted } = storedRecord({ _a: { list: [{ $b: 1 }] }, kept: "x" });
  expect(record).toEqual({ source_a: { list: [{ source_b: 1 }] }, kept: "x" });
  expect(renames).toEqual([
    { path: ["_a"], name: "source_a" },
    { path: ["_a", "list", 0, "$b"], name: "source_b" },
  ]);
  expect(isDeleted).toBe(false);
});

it("puts another source_ before a name that is taken", () => {
  expect(storedRecord({ source_id: 1, _id: 2 }).record).toEqual({ source_id: 1, source_source_id: 2 });
  expect(storedRecord({ _id: 0, source_id: 1, source_source_id: 2 }).record).toEqual({
    source_source_source_id: 0,
    source_id: 1,
    source_source_id: 2,
  });
});

it("gives up after three names", () => {
  const taken = { _id: 0, source_id: 1, source_source_id: 2, source_source_source_id: 3 };
  expect(() => storedRecord(taken)).toThrow(NameError);
});

it("lets the later of two fields renamed alike win", () => {
  expect(storedRecord({ _a: 1, $a: 2 }).record).toEqual({ source_a: 2 });
});

it("drops the fields of change data capture and reads the deletion from them", () => {
  const { record, isDeleted, renames } = storedRecord({
    field: "value",
    _ab_cdc_lsn: "lsn",
    _ab_cdc_deleted_at: "now",
  });
  expect(record).toEqual({ field: "value" });
  expect(isDeleted).toBe(true);
  expect(renames).toEqual([
    { path: ["_ab_cdc_lsn"], name: undefined },
    { path: ["_ab_cdc_deleted_at"], name: undefined },
  ]);
  expect(storedRecord({ _ab_cdc_deleted_at: null }).isDeleted).toBe(false);
  expect(storedRecord({ source_ab_cdc_deleted_at: 0 })).toMatchObject({ record: {}, isDeleted: true });
  expect(storedRecord({ a: { _ab_cdc_lsn: 1 } }).record).toEqual({ a: { source_ab_cdc_lsn: 1 } });
});

it("knows no wrappers: $integer is a field like any other", () => {
  expect(storedRecord({ n: { $integer: "KgAAAAAAAAA=" } }).record).toEqual({
    n: { source_integer: "KgAAAAAAAAA=" },
  });
});

it("stores a field called __proto__ under a name of its own", () => {
  const data = JSON.parse('{"__proto__":{"a":1}}') as JsonObject;
  expect(storedRecord(data).record).toEqual({ source_proto: { a: 1 } });
});

/** Text of any characters, lone surrogates among them. */
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0x10ffff })), {
    maxLength: 12,
  })
  .map((points) => String.fromCodePoint(...points));

it("leaves only names the deployment accepts, or none at all", () => {
  const names = fc.oneof(anyText, fc.constantFrom("_id", "source_id", "$a", "ä"));
  const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
    tree: fc.oneof({ maxDepth: 3 }, fc.constant(1), fc.array(tie("tree")), fc.dictionary(names, tie("tree"))),
  }));
  fc.assert(
    fc.property(fc.dictionary(names, tree), (data) => {
      try {
        expect(
          fieldNames(storedRecord(data).record).every((name) => isFieldName(name) && !name.startsWith("_")),
        ).toBe(true);
      } catch (error) {
        if (!(error instanceof NameError)) throw error;
      }
    }),
  );
});

function fieldNames(json: Json): string[] {
  if (Array.isArray(json)) return json.flatMap((item: Json) => fieldNames(item));
  if (!isObject(json)) return [];
  return Object.entries(json).flatMap(([name, value]) => [name, ...fieldNames(value)]);
}

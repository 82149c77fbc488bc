import { expect, test } from "vitest";
import { batchRequest } from "./batch-request.ts";

const batch = {
  number: 1,
  records: 2,
  firstLine: 2,
  lastLine: 3,
  bytes: 80,
  texts: ['{"id":1,"é":-0}', '{"id":2}'],
};
const text = (key: readonly string[]): string => new TextDecoder().decode(batchRequest(batch, "t", key).body);

test("spells an append as the deployment wants it", () => {
  expect(text([])).toBe(
    '{"tables":{"t":{"jsonSchema":{}}},"messages":[{"tableName":"t","data":{"id":1,"é":-0}},{"tableName":"t","data":{"id":2}}]}',
  );
});

test("spells a key as paths of stored fields", () => {
  expect(text(["org", "id"])).toContain('{"t":{"primaryKey":[["org"],["id"]],"jsonSchema":{}}}');
});

test("keeps the outline without the texts", () => {
  const { texts: _, ...outline } = batch;
  expect(batchRequest(batch, "t", []).outline).toEqual(outline);
});

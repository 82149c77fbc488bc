import { expect, test } from "vitest";
import { encodeDocumentId } from "#values/document-id.ts";
import type { Document } from "#values/document.ts";
import type { Shape } from "#values/shape.ts";
import { asTimestamp } from "#values/timestamp.ts";
import { learnTableNumbers, tableOfId } from "./table-numbers.ts";

const internalId = Uint8Array.from({ length: 16 }, (_, at) => at);
const ticket = encodeDocumentId({ tableNumber: 10_002, internalId });
const user = encodeDocumentId({ tableNumber: 10_001, internalId });
const other = encodeDocumentId({ tableNumber: 10_003, internalId });

const shape: Shape = {
  kind: "object",
  fields: [
    {
      name: "requester",
      shape: { kind: "union", members: [{ kind: "id", table: "users" }, { kind: "null" }] },
      optional: true,
    },
    {
      name: "about",
      shape: {
        kind: "union",
        members: [
          { kind: "id", table: "users" },
          { kind: "id", table: "events" },
        ],
      },
      optional: true,
    },
  ],
};

function documentOf(fields: Document["fields"]): Document {
  return { id: ticket, table: "tickets", component: "", ts: asTimestamp(1n), creationTime: 0, fields };
}

test("learns the number of the documents' own table and of the tables that fields point to", () => {
  const numbers = learnTableNumbers(shape, [
    documentOf({ requester: null }),
    documentOf({ requester: user }),
  ]);
  expect(tableOfId(numbers, ticket)).toBe("tickets");
  expect(tableOfId(numbers, user)).toBe("users");
});

test("does not guess when a field holds ids of two tables", () => {
  const numbers = learnTableNumbers(shape, [documentOf({ about: other })]);
  expect(tableOfId(numbers, other)).toBeUndefined();
});

test("a text that is no id has no table", () => {
  expect(tableOfId(learnTableNumbers(shape, [documentOf({})]), "tickets")).toBeUndefined();
});

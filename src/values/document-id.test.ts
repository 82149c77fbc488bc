import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeDocumentId, DocumentIdError, encodeDocumentId, isDocumentId } from "#values/document-id.ts";

const internalId = Uint8Array.from({ length: 16 }, (_, at) => at);
const known = "j57000820c20a1g7104gm2rc1m70ynr8";

it("spells the known id of table 10001", () => {
  expect(encodeDocumentId({ tableNumber: 10001, internalId })).toBe(known);
  expect(decodeDocumentId(known)).toEqual({ tableNumber: 10001, internalId });
});

it("takes apart what it spelt, for every table number", () => {
  const ids = fc.record({
    tableNumber: fc.integer({ min: 1, max: 2 ** 32 - 1 }),
    internalId: fc.uint8Array({ minLength: 16, maxLength: 16 }),
  });
  fc.assert(
    fc.property(ids, (parts) => {
      const id = encodeDocumentId(parts);
      expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{31,37}$/);
      expect(decodeDocumentId(id)).toEqual(parts);
    }),
  );
});

it("sorts the ids of one table like their internal ids", () => {
  const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(bytes, bytes, (left, right) => {
      const [one, other] = [left, right].map((id) =>
        encodeDocumentId({ tableNumber: 10001, internalId: id }),
      );
      const hex = (id: Uint8Array) => Array.from(id, (byte) => byte.toString(16).padStart(2, "0")).join("");
      expect((one ?? "") < (other ?? "")).toBe(hex(left) < hex(right));
    }),
  );
});

it("notices any single wrong character", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 31 }),
      fc.constantFrom(..."0123456789abcdefghjkmnpqrstvwxyz".split("")),
      (at, symbol) => {
        fc.pre(known[at] !== symbol);
        expect(isDocumentId(known.slice(0, at) + symbol + known.slice(at + 1))).toBe(false);
      },
    ),
  );
});

it.each([
  ["hello", "Unable to decode ID: Invalid ID length 5"],
  [known.replace("j", "u"), "Unable to decode ID: ID wasn't valid base32"],
  [known.toUpperCase(), "Unable to decode ID: ID wasn't valid base32"],
  ["0".repeat(32), "Unable to decode ID: Invalid table number"],
  [`${known}0000`, "Unable to decode ID: Invalid ID length 36"],
])("says in the server's words why %s is no id", (text, message) => {
  expect(() => decodeDocumentId(text)).toThrow(
    new DocumentIdError(message.replace("Unable to decode ID: ", "")),
  );
});

import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import {
  identifierFault,
  isFieldName,
  isIdentifier,
  isTableName,
  NameError,
  storedFieldName,
  storedTableName,
} from "#values/identifier.ts";
import { loadTransliteration } from "#values/transliterate.ts";

beforeAll(loadTransliteration);

/** Text of any characters, lone surrogates among them. */
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0x10ffff })), {
    maxLength: 12,
  })
  .map((points) => String.fromCodePoint(...points));

describe("identifiers", () => {
  it.each([
    ["", "Identifier cannot be empty"],
    [
      "1a",
      "Invalid first character '1' in 1a: Identifiers must start with an alphabetic character or underscore",
    ],
    [
      "a-b",
      "Identifier a-b has invalid character '-': Identifiers can only contain alphanumeric characters or underscores",
    ],
    ["a".repeat(65), "Identifier is too long (65 > maximum 64)"],
    ["__", "Identifier __ cannot have exclusively underscores"],
  ])("refuses %j in the server's words", (text, fault) => {
    expect(identifierFault(text)).toBe(fault);
    expect(isIdentifier(text)).toBe(false);
  });

  it("tells tables of one's own from the system's", () => {
    expect(isIdentifier("_storage")).toBe(true);
    expect(isTableName("_storage")).toBe(false);
    expect(isTableName("users_2")).toBe(true);
  });

  it("lets a field be called almost anything in printable ASCII", () => {
    for (const name of ["first name", "a-b", "a.b", "1x", "", "_id"]) expect(isFieldName(name)).toBe(true);
    for (const name of ["$a", "é", "a\tb", "x".repeat(1025)]) expect(isFieldName(name)).toBe(false);
  });
});

describe("stored names", () => {
  it.each([
    ["users", "users"],
    ["My Stream!", "source_my_stream"],
    ["*name!of.table", "source_name_of_table"],
    ["_system_table", "source_system_table"],
    ["123", "source_123"],
    ["", "source_"],
    ["--a--B--", "source_a_b"],
    ["Straße", "source_strasse"],
    ["北亰", "source_bei_jing"],
    ["вопросов", "source_voprosov"],
    ["a😀b", "source_ab"],
    ["Ý", "source_u"],
    ["½", "source_1_2"],
    ["Ã¼", "source_a1_4"],
  ])("puts the stream %j into the table %j", (stream, table) => {
    expect(storedTableName(stream)).toBe(table);
  });

  it.each([
    ["first name", "first name"],
    ["a-b", "a-b"],
    ["", ""],
    ["1x", "1x"],
    ["_id", "source_id"],
    ["_creationTime", "source_creationtime"],
    ["Ünï", "source_uni"],
    ["$integer", "source_integer"],
    ["__proto__", "source_proto"],
    ["_a__b_", "source_a_b"],
  ])("puts the field %j into %j", (field, stored) => {
    expect(storedFieldName(field)).toBe(stored);
  });

  it("finds no table for a name whose slug is too long", () => {
    expect(storedTableName(`-${"a".repeat(57)}`)).toBe(`source_${"a".repeat(57)}`);
    expect(() => storedTableName(`-${"a".repeat(58)}`)).toThrow(NameError);
  });

  it("gives names that the deployment accepts and would not rename again", () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const field = storedFieldName(name);
        expect(isFieldName(field)).toBe(true);
        expect(storedFieldName(field)).toBe(field);
        let table: string;
        try {
          table = storedTableName(name);
        } catch (error) {
          expect(error).toBeInstanceOf(NameError);
          return;
        }
        expect(isTableName(table)).toBe(true);
        expect(storedTableName(table)).toBe(table);
      }),
      { numRuns: 2_000 },
    );
  });
});

import { isTableName } from "#values/identifier.ts";
import { loadTransliteration } from "#values/transliterate.ts";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { fieldNameProblem, nameFields } from "./name-fields.ts";

beforeAll(loadTransliteration);

test("makes identifiers of what people call their columns", () => {
  const names = [
    "id",
    "first name",
    "ISO3166-1-Alpha-3",
    "Cost Total $",
    "Delta 15 N (o/oo)",
    "Ünï Code",
    "2019",
    "'world'",
    " x ",
  ];
  expect(nameFields(names, "identifiers")).toEqual([
    "id",
    "first_name",
    "ISO3166_1_Alpha_3",
    "Cost_Total",
    "Delta_15_N_o_oo",
    "Uni_Code",
    "field_2019",
    "world",
    "x",
  ]);
});

test("keeps names apart and names what has none", () => {
  expect(nameFields(["email", "email", "", "e-mail", "e mail", "email_2", " "], "identifiers")).toEqual([
    "email",
    "email_2",
    "column_3",
    "e_mail",
    "e_mail_2",
    "email_2_2",
    "column_7",
  ]);
});

test("moves reserved names out of the way, and never into the names that the deployment drops", () => {
  expect(
    nameFields(["_id", "_creationTime", "$plan", "_ab_cdc_deleted_at", "source_ab_cdc_x"], "identifiers"),
  ).toEqual(["source_id", "source_creationTime", "source_plan", "ab_cdc_deleted_at", "ab_cdc_x"]);
});

test("keeps the names of the file where the deployment keeps them", () => {
  expect(nameFields(["first name", "Beak (mm)", "a.b", "_id", "Straße", ""], "as-in-file")).toEqual([
    "first name",
    "Beak (mm)",
    "a.b",
    "source_id",
    "Strasse",
    "column_6",
  ]);
});

test("knows hostile names", () => {
  const names = ["__proto__", "constructor", "x".repeat(200), "x".repeat(200)];
  expect(nameFields(names, "identifiers")).toEqual([
    "source_proto",
    "constructor",
    "x".repeat(64),
    `${"x".repeat(62)}_2`,
  ]);
});

// A few of each kind: spelling a script in ASCII loads its own table.
const anyCharacter = fc.constantFrom("a", "Z", "7", " ", "_", "$", "-", ".", "é", "Ж", "漢", "☃", "𝄞", "\0");

test("gives different identifiers, as many as there are names", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: anyCharacter, maxLength: 12 }), { maxLength: 12 }), (names) => {
      const fields = nameFields(names, "identifiers");
      expect(fields).toHaveLength(names.length);
      expect(new Set(fields).size).toBe(names.length);
      expect(
        fields.filter((field) => !isTableName(field) || fieldNameProblem(field, "identifiers") !== undefined),
      ).toEqual([]);
    }),
  );
});

test("says what is wrong with a field's name", () => {
  expect(fieldNameProblem("", "identifiers")).toMatch(/needs a name/);
  expect(fieldNameProblem("_x", "as-in-file")).toMatch(/may not start/);
  expect(fieldNameProblem("first name", "identifiers")).toMatch(/Letters, digits/);
  expect(fieldNameProblem("first name", "as-in-file")).toBeUndefined();
  expect(fieldNameProblem("é", "as-in-file")).toMatch(/ASCII/);
  expect(fieldNameProblem("source_ab_cdc_x", "identifiers")).toMatch(/drops/);
});

import { ColumnProfiler, type ColumnProfile } from "#reading/column-profile.ts";
import type { ColumnKind } from "#reading/column-kind.ts";
import { FieldProfiler } from "#reading/field-profile.ts";
import { expect, test } from "vitest";
import { columnRemarks, fieldRemarks, fits } from "./column-remarks.ts";

function profile(name: string, ...cells: (string | undefined)[]): ColumnProfile {
  const profiler = new ColumnProfiler(name);
  cells.forEach((cell, index) => profiler.add(cell, index + 2));
  return profiler.profile();
}

function said(of: ColumnProfile, kind: ColumnKind = of.kind, field = of.name): string {
  return columnRemarks(of, { name: of.name, field, kind })
    .map(({ tag, text }) => (tag === undefined ? text : `[${tag}] ${text}`))
    .join("; ");
}

test("says how a column was renamed, and why where it was reserved", () => {
  expect(said(profile("first name", "x"), "text", "first_name")).toBe("[renamed] first name → first_name");
  expect(said(profile("_id", "x"), "text", "source_id")).toBe("[renamed] names may not start with _");
  expect(said(profile("", "x"), "text", "column_3")).toBe("[renamed] it has no name in the file");
});

test("shows the counter-examples of the chosen kind with their lines", () => {
  const of = profile("balance", "1", "n/a", "2", "-");
  expect(said(of, "number")).toBe(
    '[does not fit] 2 cells refused with their records: line 3 "n/a", line 5 "-"',
  );
  expect(fits(of, { name: "balance", field: "balance", kind: "number" })).toBe("50.00 %");
});

test("says what stays text and why", () => {
  expect(said(profile("zip", "01234", "99"))).toBe('1 leading zeros kept, first line 2 "01234"');
  expect(said(profile("no", "8967064880459163859", "1"))).toBe(
    '[too large for a number] 1 kept as text, first line 2 "8967064880459163859"',
  );
  expect(said(profile("v", "1.9", "1.10"))).toBe('numbers, kept as spelt: line 3 "1.10"');
  expect(said(profile("n", "1", "2", "3", "NA"))).toBe('numbers but for 1: line 5 "NA"');
});

test("warns of spellings that a number loses", () => {
  expect(said(profile("v", "1.9", "1.10"), "number")).toBe(
    '[spelt anew] 1 cell lose their spelling: line 3 "1.10"',
  );
});

test("counts empty cells and line ends inside cells", () => {
  expect(said(profile("t", "a\nb", undefined, undefined))).toBe(
    "2 empty cells left unset; 1 with line ends inside",
  );
  expect(said(profile("t", undefined))).toBe("every cell is empty: the field is never stored");
  expect(said(profile("t", "x"), "leave-out")).toBe("not stored");
});

test("never says that all cells fit when one does not", () => {
  const cells = Array.from({ length: 100_000 }, () => "1");
  const of = profile("n", ...cells, "x");
  expect(fits(of, { name: "n", field: "n", kind: "number" })).toBe("99.99 %");
  expect(fits(of, { name: "n", field: "n", kind: "text" })).toBe("100 %");
});

test("says what kinds of values a field of JSON records has", () => {
  const profiler = new FieldProfiler("a");
  profiler.add("x", 1);
  profiler.add({ "odd name": 9007199254740993n }, 2);
  const remarks = fieldRemarks(profiler.profile(), { name: "a", field: "a", kind: "as-is" });
  expect(remarks.map(({ tag }) => tag)).toEqual(["too large for a number", "odd names inside", undefined]);
  expect(remarks.at(-1)?.text).toBe("text 1, object 1");
});

import { parse as csvParse } from "csv-parse/sync";
import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import type { CsvDialect } from "./csv-dialect.ts";
import { CsvTokeniser, type CsvRow } from "./csv-tokeniser.ts";
import { everyCut } from "./testing/every-cut.ts";

const comma: CsvDialect = { delimiter: ",", quote: '"', sepLine: false };

function tokenise(pieces: readonly string[], dialect = comma, limit?: number): CsvRow[] {
  const tokeniser = new CsvTokeniser(dialect, limit);
  return [...pieces.flatMap((piece) => tokeniser.push(piece)), ...tokeniser.end()];
}

function cells(text: string, dialect = comma): (readonly (string | undefined)[])[] {
  return tokenise([text], dialect).map((row) => row.cells);
}

test.each<[string, string, (string | undefined)[][]]>([
  [
    "rows of cells",
    "a,b\n1,2\n",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "a last row without a line end",
    "a,b\n1,2",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "CRLF",
    "a,b\r\n1,2\r\n",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "CR alone",
    "a,b\r1,2\r",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  ["line ends mixed", "a\nb\r\nc\rd", [["a"], ["b"], ["c"], ["d"]]],
  ["an empty cell as undefined and a quoted empty one as text", 'a,"",\n', [["a", "", undefined]]],
  ["delimiters in quotes", '"a,b",c\n', [["a,b", "c"]]],
  ["doubled quotes", '"say ""hi""","""",""""""\n', [['say "hi"', '"', '""']]],
  ["line ends in quotes, as they are", '"a\r\nb\rc\nd",e\n', [["a\r\nb\rc\nd", "e"]]],
  ["blank lines as nothing", "\n\na\n\r\n\nb\n\n", [["a"], ["b"]]],
  ["a line with only a quoted empty cell as a row", 'a\n""\n', [["a"], [""]]],
  [
    "rows that are short or long",
    "a,b,c\n1,2\n1,2,3,4\n",
    [
      ["a", "b", "c"],
      ["1", "2"],
      ["1", "2", "3", "4"],
    ],
  ],
  [
    "a delimiter at the end of the file",
    "a,b\n1,",
    [
      ["a", "b"],
      ["1", undefined],
    ],
  ],
  ["line separators of Unicode as text", "a\u2028b,c\u0085d\n", [["a\u2028b", "c\u0085d"]]],
  ["spaces as they are", " a , b\n", [[" a ", " b"]]],
  ["a quote inside a plain cell as text", 'a"b,5" pipe\n', [['a"b', '5" pipe']]],
  ["text after a closing quote as the file spells it", '"a ""b"""c,d\n', [['"a ""b"""c', "d"]]],
  ["nothing of nothing", "", []],
])("reads %s", (_, text, expected) => {
  expect(cells(text)).toEqual(expected);
});

test("marks the rows in which a quote stands where none may", () => {
  const rows = tokenise(['a,b\n1,2"\n"3"x,4\n"5",6\n']);
  expect(rows.map((row) => row.stray)).toEqual([false, true, true, false]);
});

test("counts physical lines, those inside quotes too", () => {
  const rows = tokenise(['a,b\r\n"1\r\n2\r3\n4",x\n\n\r\n5,y\rz,z']);
  expect(rows.map((row) => row.line)).toEqual([1, 2, 8, 9]);
});

test("follows another delimiter and quote, or none", () => {
  expect(cells("a;'b;c'\n", { delimiter: ";", quote: "'", sepLine: false })).toEqual([["a", "b;c"]]);
  expect(cells('a\t"b\n', { delimiter: "\t", quote: "", sepLine: false })).toEqual([["a", '"b']]);
});

test("drops the line in which Excel names the delimiter, and counts it", () => {
  expect(tokenise(["sep=;\r\na;b\r\n"], { delimiter: ";", quote: '"', sepLine: true })).toMatchObject([
    { line: 2, cells: ["a", "b"] },
  ]);
});

test("gives the same rows for every cut of an awkward text", () => {
  const text = 'a,"b ""q""\r\nx",\r\n\r\n"",2"2,"3"z\r\ré,"\n",𝄞\n\n"last","""",';
  const whole = tokenise([text]);
  expect(whole).toHaveLength(4);
  for (const pieces of everyCut(text)) expect(tokenise(pieces)).toEqual(whole);
});

test("gives the same rows for every cut of any text", () => {
  const text = fc.string({ unit: fc.constantFrom(",", '"', "\n", "\r", "a", "é", "'"), maxLength: 24 });
  fc.assert(
    fc.property(text, (any) => {
      const read = (pieces: readonly string[]): unknown => {
        try {
          return tokenise(pieces);
        } catch (error) {
          return String(error);
        }
      };
      const whole = read([any]);
      for (const pieces of everyCut(any)) expect(read(pieces)).toEqual(whole);
    }),
    { numRuns: 300 },
  );
});

const anyCell = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r", " ", "ü", "1"), maxLength: 6 });
const anyTable = fc.array(fc.array(anyCell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });

test("reads back every table that PapaParse writes", () => {
  fc.assert(
    fc.property(anyTable, fc.constantFrom("\n", "\r\n"), (table, newline) => {
      const text = Papa.unparse(table, { newline, quotes: true });
      expect(cells(text)).toEqual(table);
    }),
  );
});

test("agrees with csv-parse and PapaParse on well-formed text", () => {
  const spelt = (cell: string): string => (/[,"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  fc.assert(
    fc.property(anyTable, (table) => {
      const text = table.map((row) => row.map(spelt).join(",")).join("\n");
      const ours = cells(text).map((row) => row.map((cell) => cell ?? ""));
      expect(ours).toEqual(csvParse(text, { relax_column_count: true, record_delimiter: "\n" }));
      expect(ours).toEqual(Papa.parse(text, { delimiter: ",", newline: "\n" }).data);
    }),
  );
});

test("refuses a file whose last quote is never closed, with the line where it opens", () => {
  expect(() => tokenise(['a,b\n1,"2\n3,4\n'])).toThrow(/opens in line 2 is never closed/);
});

test("gives up a quote that swallows more than a row may hold, for every cut", () => {
  const text = 'a,b\n1,"' + "x,y\n".repeat(20) + '"\n';
  for (const pieces of everyCut(text))
    expect(() => tokenise(pieces, comma, 30)).toThrow(/opens in line 2 takes in/);
});

test("lets go of a row that is too long and reads on", () => {
  const text = "a,b\n" + "x".repeat(50) + ",1\n2,3\n";
  for (const pieces of everyCut(text))
    expect(tokenise(pieces, comma, 30).map(({ tooLong, cells: some }) => [tooLong, some])).toEqual([
      [false, ["a", "b"]],
      [true, []],
      [false, ["2", "3"]],
    ]);
});

import { expect, test } from "vitest";
import { sniffDialect } from "./sniff-dialect.ts";

test.each<[string, string, string, string]>([
  ["commas", "a,b,c\n1,2,3\n", ",", '"'],
  ["tabs", "id\trate\n1\t.5\n2\t.7\n", "\t", '"'],
  ["semicolons beside decimal commas", "a;b;c\n1,5;2,5;x\n2,5;3,5;y\n", ";", '"'],
  ["bars", "a|b\n1|x, y\n2|z\n", "|", '"'],
  ["quoted delimiters", 'name,place\n"Smith; John","a; b"\n"Doe; Jane","c; d"\n', ",", '"'],
  ["apostrophes that protect a delimiter", "a,b\n'1,5',x\n'2,5',y\n'3,5',z\n", ",", "'"],
  ["apostrophes that are text", "i,'world'\n0,it's\n1,'world'\n", ",", '"'],
  ["no quote, where an inch mark opens a cell", 'size\tname\n"5\tx\n"6\ty\n7"\tz\n', "\t", ""],
  ["a single column with commas in some lines", "name\nSmith, John\nDoe\nRoe, Jane\n", "\t", '"'],
  ["a single column", "name\nx\ny\n", ",", '"'],
])("finds %s", (_, sample, delimiter, quote) => {
  expect(sniffDialect(sample, true)).toEqual({ delimiter, quote, sepLine: false });
});

test("does not give up quotes for one that is never closed", () => {
  expect(sniffDialect('a,b\n"1,5",2\n3,"4\n', true)).toMatchObject({ delimiter: ",", quote: '"' });
});

test("does what the line of Excel says", () => {
  expect(sniffDialect("sep=;\r\na,b;c\r\n1,2;3\r\n", true)).toEqual({
    delimiter: ";",
    quote: '"',
    sepLine: true,
  });
});

test("leaves the last row out of account when the sample cuts it", () => {
  expect(sniffDialect('a,b,c\n1,2,3\n4,"5', false)).toMatchObject({ delimiter: ",", quote: '"' });
});

test("follows the name where the text leaves it open", () => {
  expect(sniffDialect("a\n1\n", true, "x.tsv").delimiter).toBe("\t");
  expect(sniffDialect("a\n1\n", true, "x.csv").delimiter).toBe(",");
});

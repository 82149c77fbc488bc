import { expect, test } from "vitest";
import { fuzzyMatch } from "./fuzzy-match.ts";

test("letters match in their order, whatever their case", () => {
  expect(fuzzyMatch("TLS", "tickets:list")?.ranges).toEqual([
    [0, 1],
    [8, 9],
    [10, 11],
  ]);
  expect(fuzzyMatch("tsil", "tickets")).toBeUndefined();
});

test("an empty query matches everything", () => {
  expect(fuzzyMatch("  ", "users:get")).toEqual({ score: 0, ranges: [] });
});

test("a whole occurrence beats scattered letters, and a word's start beats its middle", () => {
  const score = (query: string, text: string) => fuzzyMatch(query, text)?.score ?? -1;
  expect(score("list", "tickets:list")).toBeGreaterThan(score("list", "logs:inspect-it"));
  expect(score("list", "users:list")).toBeGreaterThan(score("list", "users:enlist"));
  expect(score("users:list", "users:list")).toBeGreaterThan(score("users:list", "users:listAll"));
});

test("neighbouring letters are one range", () => {
  expect(fuzzyMatch("messend", "messages:send")?.ranges).toEqual([
    [0, 4],
    [6, 7],
    [11, 13],
  ]);
});

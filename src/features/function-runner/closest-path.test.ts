import fc from "fast-check";
import { expect, test } from "vitest";
import { closestPath, editDistance } from "./closest-path.ts";

const paths = [
  "messages:list",
  "messages:send",
  "reports/daily:summary",
  "tickets:close",
  "tickets:list",
  "users",
];

test("finds the path that a slip of the fingers hides", () => {
  expect(closestPath("message:sned", paths)).toBe("messages:send");
  expect(closestPath("tickets:lits", paths)).toBe("tickets:list");
  expect(closestPath("Users", paths)).toBe("users");
});

test("finds a function by its module or its name alone", () => {
  expect(closestPath("tikcets", paths)).toBe("tickets:close");
  expect(closestPath("sumary", paths)).toBe("reports/daily:summary");
});

test("reads what is written in code", () => {
  expect(closestPath("api.messages.list", paths)).toBe("messages:list");
  expect(closestPath("internal.reports.daily.summary", paths)).toBe("reports/daily:summary");
});

test("names nothing rather than something far away", () => {
  expect(closestPath("quarterlyRevenue", paths)).toBeUndefined();
  expect(closestPath("", paths)).toBeUndefined();
  expect(closestPath("tickets:list", [])).toBeUndefined();
});

test("counts a swap of neighbours once", () => {
  expect(editDistance("abcd", "acbd")).toBe(1);
  expect(editDistance("", "abc")).toBe(3);
});

test("is the same both ways, and nothing between equals", () => {
  const word = fc.string({ maxLength: 12 });
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(editDistance(one, other)).toBe(editDistance(other, one));
      expect(editDistance(one, one)).toBe(0);
      expect(editDistance(one, other)).toBeLessThanOrEqual(Math.max(one.length, other.length));
    }),
  );
});

import { expect, test } from "vitest";
import { asTimestamp } from "#values/timestamp.ts";
import { rankOf } from "./rank-of.ts";

const log = [10n, 20n, 30n].map((ts) => ({ ts: asTimestamp(ts), changes: [] }));

test("finds the last transaction that is not later", () => {
  expect([5n, 10n, 19n, 20n, 30n, 99n].map((moment) => rankOf(log, asTimestamp(moment)))).toEqual([
    -1, 0, 0, 1, 2, 2,
  ]);
});

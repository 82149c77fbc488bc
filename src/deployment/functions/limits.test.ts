import { expect, test } from "vitest";
import { printBytes } from "./limits.ts";

test("sizes print in the largest binary unit, with at most two decimals", () => {
  expect([0, 1023, 1024, 1536, 1_258_291, 16 * 1024 * 1024].map(printBytes)).toEqual([
    "0 B",
    "1023 B",
    "1 KiB",
    "1.5 KiB",
    "1.2 MiB",
    "16 MiB",
  ]);
});

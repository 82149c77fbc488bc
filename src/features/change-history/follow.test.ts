import { expect, test } from "vitest";
import { firstPace, nextPace } from "./follow.ts";

test("asks every two seconds, then ever more rarely down to every fifteen", () => {
  const delays = [firstPace];
  for (let at = 0; at < 8; at += 1) delays.push(nextPace(delays[at] ?? firstPace, false));
  expect(delays.map(({ delay }) => delay)).toEqual([
    2_000, 3_000, 4_500, 6_750, 10_125, 15_000, 15_000, 15_000, 15_000,
  ]);
});

test("is quick again after the first news", () => {
  expect(nextPace({ delay: 15_000 }, true)).toEqual({ delay: 2_000 });
});

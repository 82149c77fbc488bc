import { expect, test } from "vitest";
import { inTurn } from "./in-turn.ts";

test("runs one task of an owner at a time, also after one that failed", async () => {
  const owner = {};
  const events: string[] = [];
  const task = (name: string, fails: boolean) =>
    inTurn(owner, async () => {
      events.push(`${name} begins`);
      await Promise.resolve();
      events.push(`${name} ends`);
      if (fails) throw new Error(name);
    });
  await Promise.allSettled([task("a", false), task("b", true), task("c", false)]);
  expect(events).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
});

test("does not let one owner wait for another", async () => {
  let go = () => {};
  const held = inTurn({}, () => new Promise<void>((resolve) => (go = resolve)));
  expect(await inTurn({}, () => Promise.resolve("free"))).toBe("free");
  go();
  await held;
});

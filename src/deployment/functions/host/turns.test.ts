import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Turns } from "./turns.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function gate() {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

test("so many run at once, and a place that gets free goes to who waits longest", async () => {
  const turns = new Turns(1, 1000, () => new Error("refused"));
  const first = gate();
  const order: string[] = [];
  const work = (name: string, until: Promise<void>) =>
    turns.take(async () => {
      order.push(`${name} in`);
      await until;
      order.push(`${name} out`);
    });
  const all = [work("a", first.opened), work("b", Promise.resolve()), work("c", Promise.resolve())];
  first.open();
  await Promise.all(all);
  expect(order).toEqual(["a in", "a out", "b in", "b out", "c in", "c out"]);
});

test("who waits too long is refused, and takes nobody's place", async () => {
  const turns = new Turns(1, 50, () => new Error("refused"));
  const first = gate();
  const running = turns.take(() => first.opened);
  const refused = expect(turns.take(async () => "late")).rejects.toThrow("refused");
  await vi.advanceTimersByTimeAsync(51);
  await refused;
  first.open();
  await running;
  expect(await turns.take(async () => "next")).toBe("next");
});

test("work that fails gives its place back", async () => {
  const turns = new Turns(1, 50, () => new Error("refused"));
  await expect(
    turns.take(async () => {
      throw new Error("broken");
    }),
  ).rejects.toThrow("broken");
  expect(await turns.take(async () => "next")).toBe("next");
});

import { mutationGeneric as mutation, queryGeneric as query } from "convex/server";
import { v } from "convex/values";

export const chance = query({ args: {}, handler: async () => [Math.random(), Math.random()] });

export const clock = query({
  args: {},
  handler: async () => {
    const first = Date.now();
    let turns = 0;
    for (let at = 0; at < 3_000_000; at++) turns += at % 7;
    return { first, second: Date.now(), date: new Date().getTime(), text: typeof Date(), turns };
  },
});

export const timer = query({
  args: {},
  handler: async () => {
    await new Promise((resolve) => {
      setTimeout(resolve, 1);
    });
    return null;
  },
});

export const fetches = mutation({
  args: {},
  handler: async () => {
    await fetch("http://localhost/");
    return null;
  },
});

export const endless = query({
  args: {},
  handler: async (ctx) => {
    // It has asked for something and does not wait for the answer.
    void ctx.db.query("things").first();
    for (let round = 0; ; round++) if (round < 0) return round;
  },
});

export const hungry = query({
  args: {},
  handler: async () => {
    const hoard: number[][] = [];
    for (let at = 0; at < 1e9; at++) hoard.push(Array<number>(50_000).fill(at + 0.5));
    return hoard.length;
  },
});

export const timers = query({
  args: {},
  handler: async () => {
    console.time("work");
    console.timeLog("work", { step: 1 });
    console.timeEnd("work");
    console.timeEnd("work");
    console.trace("here");
    console.log(
      () => {},
      function named() {},
      Symbol("s"),
      'it\'s "quoted"\n',
      { a: { b: { c: { d: { e: { f: 1 } } } } } },
      [],
      {},
    );
    return null;
  },
});

export const throwsText = query({
  args: {},
  handler: async () => {
    throw "just text";
  },
});

export const throwsOwnError = query({
  args: {},
  handler: async () => {
    class TicketError extends Error {
      override name = "TicketError";
    }
    throw new TicketError("of my own");
  },
});

export const returnsMap = query({ args: {}, handler: async () => new Map([[1, 2]]) as unknown as null });

export const returnsNothing = query({ args: {}, handler: async () => {} });

export const takesAnything = query({
  handler: async (_ctx, args: Record<string, unknown>) => [args] as never[],
});

export const slowly = query({
  args: { ms: v.number() },
  handler: async (_ctx, args) => {
    const until = performance.now() + args.ms;
    while (performance.now() < until);
    return null;
  },
});

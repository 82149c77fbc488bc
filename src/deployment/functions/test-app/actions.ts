import { actionGeneric as action, makeFunctionReference, queryGeneric as query } from "convex/server";
import { v } from "convex/values";

const ref = makeFunctionReference;

export const insertAndRead = action({
  args: { values: v.array(v.any()) },
  handler: async (ctx, args) => {
    const ids = await Promise.all(
      args.values.map((value) =>
        ctx.runMutation(ref<"mutation">("database:insert"), { value: value as null }),
      ),
    );
    const things = (await ctx.runQuery(ref<"query">("database:all"), {})) as unknown[];
    return { ids: ids.length, things: things.length };
  },
});

export const callsAction = action({
  args: {},
  handler: async (ctx) => (await ctx.runAction(ref<"action">("actions:whoAmI"), {})) as unknown,
});

export const whoAmI = action({
  args: {},
  handler: async (ctx) => (await ctx.auth.getUserIdentity()) as unknown,
});

export const whoAmIQuery = query({
  args: {},
  handler: async (ctx) => (await ctx.auth.getUserIdentity()) as unknown,
});

export const catchesEndless = action({
  args: {},
  handler: async (ctx) => {
    try {
      await ctx.runQuery(ref<"query">("environment:endless"), {});
      return "came back";
    } catch (error) {
      return (error as Error).message;
    }
  },
});

export const leavesTimer = action({
  args: {},
  handler: async () => {
    setTimeout(() => console.log("too late"), 20);
    return null;
  },
});

export const clockMoves = action({
  args: {},
  handler: async () => {
    const before = Date.now();
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 30);
    });
    return Date.now() - before;
  },
});

export const waitsForever = action({
  args: {},
  handler: async () => {
    await new Promise(() => {});
    return null;
  },
});

export const throwsInTimer = action({
  args: {},
  handler: async () => {
    await new Promise(() => {
      setTimeout(() => {
        throw new RangeError("in a timer");
      }, 1);
    });
    return null;
  },
});

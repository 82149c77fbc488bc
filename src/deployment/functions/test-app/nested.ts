import {
  internalMutationGeneric,
  makeFunctionReference,
  mutationGeneric as mutation,
  queryGeneric as query,
} from "convex/server";
import { ConvexError, v } from "convex/values";

const ref = makeFunctionReference;

export const writeThenFail = internalMutationGeneric({
  args: { how: v.string() },
  handler: async (ctx, args) => {
    await ctx.db.insert("things", { from: "inner" });
    console.log("inner wrote");
    if (args.how === "convex") throw new ConvexError({ code: "INNER", big: 7n });
    throw new Error("inner failed");
  },
});

export const catching = mutation({
  args: { how: v.string() },
  handler: async (ctx, args) => {
    await ctx.db.insert("things", { from: "before" });
    console.log("outer before");
    let caught: unknown = null;
    try {
      await ctx.runMutation(ref<"mutation">("nested:writeThenFail"), { how: args.how });
    } catch (error) {
      caught = error instanceof ConvexError ? error.data : (error as Error).message;
    }
    console.log("outer after");
    await ctx.db.insert("things", { from: "after" });
    return { caught, seen: (await ctx.db.query("things").collect()).map((thing) => thing["from"] as string) };
  },
});

export const notCatching = mutation({
  args: { how: v.string() },
  handler: async (ctx, args) => {
    await ctx.db.insert("things", { from: "before" });
    await ctx.runMutation(ref<"mutation">("nested:writeThenFail"), { how: args.how });
    return null;
  },
});

export const count = query({
  args: {},
  handler: async (ctx) => (await ctx.db.query("things").collect()).length,
});

/** The nested query sees what the mutation has written. */
export const writeAndCount = mutation({
  args: {},
  handler: async (ctx) => {
    await ctx.db.insert("things", { from: "outer" });
    return await ctx.runQuery(ref<"query", Record<string, never>, number>("nested:count"), {});
  },
});

/** Nested calls that are started together still run one after the other. */
export const allAtOnce = mutation({
  args: {},
  handler: async (ctx) => {
    const results = await Promise.allSettled([
      ctx.runMutation(ref<"mutation">("nested:writeThenFail"), { how: "plain" }),
      ctx.db.insert("things", { from: "outer" }),
      ctx.runMutation(ref<"mutation">("nested:writeThenFail"), { how: "plain" }),
      ctx.runQuery(ref<"query", Record<string, never>, number>("nested:count"), {}),
    ]);
    return results.map((result) => result.status);
  },
});

export const mutationFromQuery = query({
  args: {},
  handler: async (ctx) => {
    const { runMutation } = ctx as unknown as { runMutation?: unknown };
    return runMutation === undefined;
  },
});

export const wrongKind = query({
  args: {},
  handler: async (ctx) => await ctx.runQuery(ref<"query">("nested:writeAndCount"), {}),
});

export const deeper = query({
  args: { levels: v.number() },
  handler: async (ctx, args): Promise<number> =>
    args.levels === 0
      ? 0
      : 1 +
        (await ctx.runQuery(ref<"query", { levels: number }, number>("nested:deeper"), {
          levels: args.levels - 1,
        })),
});

export const notAwaited = mutation({
  args: {},
  handler: async (ctx) => {
    void ctx.runMutation(ref<"mutation">("nested:writeThenFail"), { how: "plain" }).catch(() => {});
    return null;
  },
});

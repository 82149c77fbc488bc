import { mutationGeneric as mutation, queryGeneric as query } from "convex/server";
import { v } from "convex/values";

const table = "things";

/** What an index range offers once the types know nothing of the index. */
interface Range {
  eq(field: string, value: unknown): Range;
  gte(field: string, value: unknown): Range;
  lt(field: string, value: unknown): Range;
}

export const insert = mutation({
  args: { value: v.any() },
  handler: async (ctx, args) => await ctx.db.insert(table, args.value),
});

export const insertMany = mutation({
  args: { count: v.number() },
  handler: async (ctx, args) => {
    for (let at = 0; at < args.count; at++) await ctx.db.insert(table, { at, parity: at % 2 });
    return null;
  },
});

export const get = query({ args: { id: v.any() }, handler: async (ctx, args) => await ctx.db.get(args.id) });

export const getFrom = query({
  args: { table: v.string(), id: v.any() },
  handler: async (ctx, args) => await ctx.db.get(args.table, args.id),
});

export const patch = mutation({
  args: { id: v.any(), value: v.any(), without: v.optional(v.string()) },
  handler: async (ctx, args) => {
    const removal = args.without === undefined ? {} : { [args.without]: undefined };
    await ctx.db.patch(args.id, { ...(args.value as object), ...removal });
    return await ctx.db.get(args.id);
  },
});

export const replace = mutation({
  args: { id: v.any(), value: v.any() },
  handler: async (ctx, args) => {
    await ctx.db.replace(args.id, args.value);
    return await ctx.db.get(args.id);
  },
});

export const remove = mutation({
  args: { id: v.any() },
  handler: async (ctx, args) => {
    await ctx.db.delete(args.id);
    return await ctx.db.get(args.id);
  },
});

export const all = query({ args: {}, handler: async (ctx) => await ctx.db.query(table).collect() });

export const newest = query({
  args: { count: v.number() },
  handler: async (ctx, args) => await ctx.db.query(table).order("desc").take(args.count),
});

export const only = query({ args: {}, handler: async (ctx) => await ctx.db.query(table).unique() });

export const evenAbove = query({
  args: { least: v.number() },
  handler: async (ctx, args) =>
    await ctx.db
      .query(table)
      .filter((q) => q.and(q.eq(q.field("parity"), 0), q.gte(q.field("at"), args.least)))
      .collect(),
});

export const between = query({
  args: { low: v.number(), high: v.number() },
  handler: async (ctx, args) =>
    await ctx.db
      .query(table)
      .withIndex(
        "by_parity_and_at" as "by_id",
        (q) => (q as unknown as Range).eq("parity", 1).gte("at", args.low).lt("at", args.high) as never,
      )
      .order("desc")
      .collect(),
});

export const wrongOrder = query({
  args: {},
  handler: async (ctx) =>
    await ctx.db
      .query(table)
      .withIndex("by_parity_and_at", (q) => (q as unknown as Range).eq("at", 1) as never)
      .collect(),
});

export const noSuchIndex = query({
  args: {},
  handler: async (ctx) => await ctx.db.query(table).withIndex("by_nothing").collect(),
});

export const page = query({
  args: { options: v.any() },
  handler: async (ctx, args) =>
    await ctx.db
      .query(table)
      .filter((q) => q.eq(q.field("parity"), 0))
      .paginate(args.options),
});

export const twoPages = query({
  args: {},
  handler: async (ctx) => {
    await ctx.db.query(table).paginate({ numItems: 1, cursor: null });
    return await ctx.db.query(table).paginate({ numItems: 1, cursor: null });
  },
});

/** Changes the documents still to come while it walks over them. */
export const deleteNextWhileIterating = mutation({
  args: {},
  handler: async (ctx) => {
    const seen: number[] = [];
    const every = await ctx.db.query(table).collect();
    for await (const thing of ctx.db.query(table)) {
      seen.push(thing["at"] as number);
      const next = every.find((other) => other["at"] === (thing["at"] as number) + 1);
      if (next !== undefined && (await ctx.db.get(next._id)) !== null) await ctx.db.delete(next._id);
    }
    return seen;
  },
});

export const increment = mutation({
  args: { id: v.any() },
  handler: async (ctx, args) => {
    const thing = await ctx.db.get(args.id);
    console.log("read", thing?.["count"]);
    await ctx.db.patch(args.id, { count: (thing?.["count"] as number) + 1 });
    return null;
  },
});

export const normalize = mutation({
  args: { id: v.string() },
  handler: async (ctx, args) => {
    const inFreshTable = await ctx.db.insert("freshlyMade", {});
    return [
      ctx.db.normalizeId(table, args.id),
      ctx.db.normalizeId("others", args.id),
      ctx.db.normalizeId("freshlyMade", inFreshTable),
      ctx.db.normalizeId(table, "no id"),
    ];
  },
});

export const forgotToCollect = query({
  args: {},
  handler: async (ctx) => ctx.db.query(table) as unknown as null,
});

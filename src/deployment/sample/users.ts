import { v } from "convex/values";
import { query } from "./function-builders.ts";

const role = v.union(v.literal("customer"), v.literal("agent"), v.literal("admin"));

export const list = query({
  args: { role: v.optional(role), limit: v.optional(v.number()) },
  handler: async (ctx, args) => {
    const limit = args.limit ?? 50;
    const wanted = args.role;
    if (wanted === undefined) return await ctx.db.query("users").take(limit);
    return await ctx.db
      .query("users")
      .withIndex("by_role", (index) => index.eq("role", wanted))
      .take(limit);
  },
});

export const get = query({
  args: { id: v.id("users") },
  handler: async (ctx, args) => await ctx.db.get("users", args.id),
});

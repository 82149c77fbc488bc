import { v } from "convex/values";
import { query } from "./function-builders.ts";

const health = query({
  args: {},
  returns: v.object({ ok: v.boolean(), hasTickets: v.boolean() }),
  handler: async (ctx) => ({ ok: true, hasTickets: (await ctx.db.query("tickets").first()) !== null }),
});

export default health;

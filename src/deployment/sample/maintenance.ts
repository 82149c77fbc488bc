import { v } from "convex/values";
import { internalQuery } from "./function-builders.ts";

/** For other functions and for admins: not reachable from outside without a deploy key. */
export const ticketsByStatus = internalQuery({
  args: {},
  returns: v.record(v.string(), v.number()),
  handler: async (ctx) => {
    const counts: Record<string, number> = { open: 0, pending: 0, closed: 0 };
    for await (const ticket of ctx.db.query("tickets")) {
      counts[ticket.status] = (counts[ticket.status] ?? 0) + 1;
    }
    return counts;
  },
});

import { makeFunctionReference } from "convex/server";
import { v } from "convex/values";
import { query } from "#deployment/sample/function-builders.ts";

const ticketsByStatus = makeFunctionReference<"query", Record<string, never>, Record<string, number>>(
  "maintenance:ticketsByStatus",
);

const dayMs = 86_400_000;

/** What happened in the 24 hours before `until` (ms since the epoch), now by default. */
export const summary = query({
  args: { until: v.optional(v.number()) },
  handler: async (ctx, args) => {
    const until = args.until ?? Date.now();
    const messages = await ctx.db
      .query("messages")
      .withIndex("by_creation_time", (index) =>
        index.gte("_creationTime", until - dayMs).lt("_creationTime", until),
      )
      .collect();
    const byAuthor = new Map<string, number>();
    for (const { author } of messages) byAuthor.set(author, (byAuthor.get(author) ?? 0) + 1);
    const [busiest] = [...byAuthor].sort((a, b) => b[1] - a[1]);
    const tickets = await ctx.runQuery(ticketsByStatus, {});
    console.info("Counted", messages.length, "messages");
    return {
      from: until - dayMs,
      until,
      messages: BigInt(messages.length),
      internal: messages.filter((message) => message.isInternal).length,
      tickets,
      busiest: busiest === undefined ? null : { author: busiest[0], messages: busiest[1] },
    };
  },
});

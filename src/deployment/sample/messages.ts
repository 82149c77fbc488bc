import { ConvexError, v } from "convex/values";
import { mutation, query } from "./function-builders.ts";

export const list = query({
  args: { ticket: v.optional(v.id("tickets")) },
  handler: async (ctx, args) => {
    const { ticket } = args;
    if (ticket === undefined) return await ctx.db.query("messages").order("desc").take(100);
    return await ctx.db
      .query("messages")
      .withIndex("by_ticket", (index) => index.eq("ticket", ticket))
      .collect();
  },
});

export const send = mutation({
  args: { ticket: v.id("tickets"), author: v.id("users"), body: v.string() },
  returns: v.id("messages"),
  handler: async (ctx, args) => {
    const ticket = await ctx.db.get("tickets", args.ticket);
    if (ticket === null) throw new ConvexError({ code: "TICKET_NOT_FOUND", ticket: args.ticket });
    if (args.body.trim() === "") throw new ConvexError("A message needs a text");
    const message = await ctx.db.insert("messages", { ...args, isInternal: false, attachments: [] });
    if (ticket.status === "closed") {
      console.warn("Reopening a closed ticket", { number: ticket.number });
      await ctx.db.patch("tickets", args.ticket, { status: "open", closedAt: undefined });
    }
    console.log("Sent a message", { ticket: ticket.number, characters: args.body.length });
    return message;
  },
});

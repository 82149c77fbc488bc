import { makeFunctionReference } from "convex/server";
import { ConvexError, v, type GenericId } from "convex/values";
import { mutation, query } from "./function-builders.ts";

const status = v.union(v.literal("open"), v.literal("pending"), v.literal("closed"));

export const list = query({
  args: { status: v.optional(status), limit: v.optional(v.number()) },
  handler: async (ctx, args) => {
    const limit = args.limit ?? 50;
    const wanted = args.status;
    if (wanted === undefined) return await ctx.db.query("tickets").order("desc").take(limit);
    return await ctx.db
      .query("tickets")
      .withIndex("by_status", (index) => index.eq("status", wanted))
      .order("desc")
      .take(limit);
  },
});

const send = makeFunctionReference<
  "mutation",
  { ticket: GenericId<"tickets">; author: GenericId<"users">; body: string },
  GenericId<"messages">
>("messages:send");

export const open = mutation({
  args: {
    subject: v.string(),
    customer: v.id("users"),
    body: v.string(),
    priority: v.optional(v.number()),
    labels: v.optional(v.array(v.string())),
  },
  returns: v.id("tickets"),
  handler: async (ctx, args) => {
    const newest = await ctx.db.query("tickets").order("desc").first();
    const ticket = await ctx.db.insert("tickets", {
      number: (newest?.number ?? 0n) + 1n,
      subject: args.subject,
      status: "open",
      priority: args.priority ?? 2,
      customer: args.customer,
      assignee: null,
      labels: args.labels ?? [],
      firstResponseHours: Infinity,
    });
    await ctx.runMutation(send, { ticket, author: args.customer, body: args.body });
    console.info("Opened ticket", ticket);
    return ticket;
  },
});

export const close = mutation({
  args: { ticket: v.id("tickets"), satisfaction: v.optional(v.number()) },
  returns: v.null(),
  handler: async (ctx, args) => {
    const ticket = await ctx.db.get("tickets", args.ticket);
    if (ticket === null) throw new ConvexError({ code: "TICKET_NOT_FOUND", ticket: args.ticket });
    if (ticket.status === "closed") {
      console.warn("Ticket was closed before", { number: ticket.number, closedAt: ticket.closedAt });
      throw new ConvexError({ code: "ALREADY_CLOSED", number: ticket.number });
    }
    await ctx.db.patch("tickets", args.ticket, {
      status: "closed",
      closedAt: Date.now(),
      satisfaction: args.satisfaction ?? NaN,
    });
    return null;
  },
});

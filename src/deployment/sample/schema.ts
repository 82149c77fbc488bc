import { defineSchema, defineTable } from "convex/server";
import { v } from "convex/values";

/** A support desk. Between them the tables hold every type that a Convex value can have. */
export const schema = defineSchema({
  users: defineTable({
    name: v.string(),
    email: v.string(),
    role: v.union(v.literal("customer"), v.literal("agent"), v.literal("admin")),
    plan: v.optional(v.union(v.literal("free"), v.literal("team"), v.literal("enterprise"))),
    company: v.optional(v.string()),
    timezone: v.string(),
    address: v.optional(
      v.object({
        city: v.string(),
        country: v.string(),
        postcode: v.optional(v.string()),
        position: v.optional(v.object({ latitude: v.number(), longitude: v.number() })),
      }),
    ),
    tags: v.array(v.string()),
    notifications: v.object({
      email: v.boolean(),
      push: v.boolean(),
      digest: v.union(v.literal("daily"), v.literal("weekly"), v.null()),
    }),
    signIns: v.int64(),
    avatar: v.optional(v.bytes()),
    manager: v.optional(v.id("users")),
  })
    .index("by_email", ["email"])
    .index("by_role", ["role", "name"]),

  tickets: defineTable({
    number: v.int64(),
    subject: v.string(),
    status: v.union(v.literal("open"), v.literal("pending"), v.literal("closed")),
    priority: v.number(),
    customer: v.id("users"),
    assignee: v.union(v.id("users"), v.null()),
    labels: v.array(v.string()),
    /** Infinite while nobody has answered. */
    firstResponseHours: v.number(),
    /** NaN where the customer gave no mark, minus infinity where they asked for a manager. */
    satisfaction: v.optional(v.number()),
    closedAt: v.optional(v.number()),
    custom: v.optional(v.record(v.string(), v.union(v.string(), v.number(), v.boolean()))),
  })
    .index("by_status", ["status"])
    .index("by_customer", ["customer"])
    .index("by_assignee_and_status", ["assignee", "status"]),

  messages: defineTable({
    ticket: v.id("tickets"),
    author: v.id("users"),
    body: v.string(),
    isInternal: v.boolean(),
    attachments: v.array(v.id("attachments")),
    sentiment: v.optional(v.union(v.number(), v.null())),
    mentions: v.optional(v.array(v.id("users"))),
    reactions: v.optional(v.array(v.object({ emoji: v.string(), by: v.id("users") }))),
    editedAt: v.optional(v.number()),
  }).index("by_ticket", ["ticket"]),

  attachments: defineTable({
    ticket: v.id("tickets"),
    uploader: v.id("users"),
    name: v.string(),
    contentType: v.string(),
    size: v.int64(),
    sha256: v.bytes(),
    preview: v.optional(v.bytes()),
    dimensions: v.optional(v.object({ width: v.number(), height: v.number() })),
  }).index("by_ticket", ["ticket"]),

  events: defineTable({
    kind: v.string(),
    /** Counts on from far beyond what a double can hold. */
    sequence: v.int64(),
    ticket: v.optional(v.id("tickets")),
    actor: v.union(v.id("users"), v.literal("system"), v.null()),
    at: v.number(),
    changes: v.array(v.object({ field: v.string(), from: v.any(), to: v.any() })),
    latency: v.array(v.number()),
  })
    .index("by_ticket", ["ticket"])
    .index("by_sequence", ["sequence"]),
});

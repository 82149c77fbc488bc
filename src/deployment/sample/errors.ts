import { ConvexError, v } from "convex/values";
import { query } from "./function-builders.ts";

export const thrown = query({
  args: {},
  handler: async () => {
    console.log("about to fail");
    throw new Error("The ticket could not be assigned: nobody is on duty");
  },
});

export const convexError = query({
  args: {},
  handler: async () => {
    throw new ConvexError({
      code: "PLAN_LIMIT_REACHED",
      limit: 25n,
      remaining: 0,
      retryAfterHours: Infinity,
      features: ["attachments", "reports"],
    });
  },
});

export const returnsValidator = query({
  args: {},
  returns: v.object({ open: v.number(), oldest: v.string() }),
  // What it returns is wrong on purpose, which only the validator may notice.
  handler: async () => ({ open: 3, oldest: 17 }) as unknown as { open: number; oldest: string },
});

export const endless = query({
  args: {},
  handler: async () => {
    console.log("this will never end");
    for (let round = 0; ; round++) {
      if (round < 0) return round;
    }
  },
});

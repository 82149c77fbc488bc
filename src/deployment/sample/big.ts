import { v } from "convex/values";
import { query } from "./function-builders.ts";

export const result = query({
  args: { bytes: v.number() },
  returns: v.string(),
  handler: async (_ctx, args) => "x".repeat(args.bytes),
});

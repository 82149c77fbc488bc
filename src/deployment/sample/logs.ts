import { v } from "convex/values";
import { query } from "./function-builders.ts";

export const everyLevel = query({
  args: {},
  returns: v.null(),
  handler: async () => {
    console.log("hello", 1, -0, 10n, null, undefined);
    console.debug({ a: 1, b: "x", nested: { list: [1, 2, 3], empty: {} } });
    console.info("Looked up", 3, "tickets", [1, 2, 3]);
    console.warn("This ticket has waited for", { hours: 26.5 });
    console.error(new Error("not thrown, only logged").message);
    return null;
  },
});

export const many = query({
  args: { count: v.number() },
  returns: v.number(),
  handler: async (_ctx, args) => {
    for (let line = 1; line <= args.count; line++) console.log(`line ${line} of ${args.count}`);
    return args.count;
  },
});

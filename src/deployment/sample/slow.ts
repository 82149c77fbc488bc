import { v } from "convex/values";
import { action } from "./function-builders.ts";

export const wait = action({
  args: { ms: v.number() },
  returns: v.object({ waitedMs: v.number() }),
  handler: async (_ctx, args) => {
    console.log("waiting", args.ms, "ms");
    await new Promise<void>((resolve) => {
      setTimeout(resolve, args.ms);
    });
    console.log("done");
    return { waitedMs: args.ms };
  },
});

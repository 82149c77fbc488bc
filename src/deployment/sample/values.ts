import { v } from "convex/values";
import { query } from "./function-builders.ts";

export const everyType = query({
  args: {},
  handler: async () => {
    const bytes = new Uint8Array([0, 1, 127, 128, 254, 255]);
    return {
      null: null,
      true: true,
      false: false,
      string: 'Grüße, 世界 👋\nsecond line\t"quoted"',
      emptyString: "",
      float: 3.141592653589793,
      wholeFloat: 42,
      negativeZero: -0,
      tiny: 5e-324,
      huge: 1.7976931348623157e308,
      notANumber: NaN,
      infinity: Infinity,
      minusInfinity: -Infinity,
      int64: 42n,
      smallestInt64: -9_223_372_036_854_775_808n,
      largestInt64: 9_223_372_036_854_775_807n,
      beyondDouble: 9_007_199_254_740_993n,
      bytes: bytes.buffer,
      emptyBytes: new ArrayBuffer(0),
      array: [1, "two", 3n, null, [true, []]],
      object: { nested: { deeper: { deepest: ["here"] } }, "a name with spaces": 1 },
      emptyArray: [],
      emptyObject: {},
    };
  },
});

export const echo = query({
  args: { value: v.any() },
  handler: async (_ctx, args) => args.value as unknown,
});

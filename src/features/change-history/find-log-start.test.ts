import fc from "fast-check";
import { expect, test } from "vitest";
import { asTimestamp } from "#values/timestamp.ts";
import { findLogStart } from "./find-log-start.ts";

const latest = 1_768_478_400_000_000_001n;
const day = 86_400_000_000_000n;

test("finds the oldest start to the minute, and never one that is refused", async () => {
  await fc.assert(
    fc.asyncProperty(fc.bigInt(1n, 100n * day), async (reach) => {
      const start = latest - reach;
      let asked = 0;
      const found = await findLogStart(asTimestamp(0n), asTimestamp(latest), async (moment) => {
        asked += 1;
        return Promise.resolve(moment >= start);
      });
      expect(found >= start && found - start <= 60_000_000_000n).toBe(true);
      expect(asked).toBeLessThan(30);
    }),
  );
});

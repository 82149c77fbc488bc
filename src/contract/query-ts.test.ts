import { expect, test } from "vitest";
import { call } from "./call.ts";
import { sampleTarget } from "./sample-target.ts";

const { deployment } = sampleTarget();

test("gives the newest timestamp as base64 of its eight bytes, without body or key", async () => {
  const { status, text } = await call(deployment(), "POST", "/api/query_ts", { key: null });
  expect(status).toBe(200);
  const [, base64 = ""] = /^\{"ts":"([A-Za-z0-9+/]{11}=)"\}$/.exec(text) ?? [];
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const ts = new DataView(bytes.buffer).getBigUint64(0, true);
  expect(ts).toBe(deployment().store.latestTs());
});

import { expect, test } from "vitest";
import { addRecords, internalServerError } from "./call.ts";
import { sampleTarget } from "./sample-target.ts";
import { second } from "./target.ts";

const { deployment, post, addUser } = sampleTarget();

async function timestamp(): Promise<string> {
  const { text } = await post("/api/query_ts", "");
  return (JSON.parse(text) as { ts: string }).ts;
}

const usersAt = (ts: string) =>
  post("/api/query_at_ts", `{"path":"users:list","args":{},"ts":"${ts}","format":"convex_encoded_json"}`);

function encode(ts: bigint): string {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, ts, true);
  return btoa(String.fromCharCode(...bytes));
}

test("queries as of a timestamp, also when more was written since", async () => {
  const before = await timestamp();
  const { text: then } = await usersAt(before);
  await addUser();
  const after = await timestamp();
  expect(after).not.toBe(before);
  expect((await usersAt(before)).text).toBe(then);
  expect((await usersAt(after)).text).not.toBe(then);
});

test("a timestamp that is malformed or in the future is an error without words", async () => {
  const future = encode(deployment().store.latestTs() + 1_000_000n * second);
  for (const ts of ["nonsense", "", future]) {
    const { status, text } = await usersAt(ts);
    expect([status, text]).toEqual([500, internalServerError]);
  }
});

test("a timestamp that newer ones have left far behind is no longer served", async () => {
  const old = await timestamp();
  deployment().clock.advance(60n * second);
  await addRecords(deployment(), "elsewhere", ["{}"]);
  const { status, text } = await usersAt(old);
  expect([status, text]).toEqual([503, internalServerError]);
});

test("the timestamp is required", async () => {
  const { status, text } = await post("/api/query_at_ts", '{"path":"users:list","args":{}}');
  expect(status).toBe(400);
  expect(text).toContain("missing field `ts` at line 1 column 31");
});

import { expect, test } from "vitest";
import { errorStart, sampleTarget } from "./sample-target.ts";

const { post } = sampleTarget();

const batch = (...queries: string[]) => post("/api/query_batch", `{"queries":[${queries.join(",")}]}`);

test("answers each query in its format, failures beside successes", async () => {
  const { status, text } = await batch(
    '{"path":"values:echo","args":{"value":{"$integer":"KgAAAAAAAAA="}}}',
    '{"path":"values:echo","args":{"value":{"$integer":"KgAAAAAAAAA="}},"format":"convex_encoded_json"}',
    '{"path":"messages:nope","args":{}}',
  );
  expect(status).toBe(200);
  expect(text).toBe(
    `{"results":[{"status":"success","value":"42"},{"status":"success","value":{"$integer":"KgAAAAAAAAA="}},{"status":"error","errorMessage":"${errorStart}Could not find public function for 'messages:nope'.\\n"}]}`,
  );
});

test("no queries give no results", async () => {
  expect((await batch()).text).toBe('{"results":[]}');
});

test("one bad path fails the whole batch", async () => {
  const { status, text } = await batch('{"path":"users:list","args":{}}', '{"path":"/x","args":{}}');
  expect(status).toBe(400);
  expect(text).toContain('"code":"BadConvexFunctionIdentifier"');
});

test("one bad format fails the whole batch", async () => {
  const { status, text } = await batch('{"path":"users:list","args":{},"format":"xml"}');
  expect([status, text]).toEqual([
    400,
    '{"code":"BadFormat","message":"format param must be one of [`json`]. Got xml"}',
  ]);
});

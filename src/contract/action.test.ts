import { expect, test } from "vitest";
import { call } from "./call.ts";
import { errorStart, sampleTarget } from "./sample-target.ts";
import { openDeployment } from "./target.ts";

const { post } = sampleTarget();

test("an action may take longer than a query, and tells what it logged", async () => {
  const { status, text } = await post("/api/action", '{"path":"slow:wait","args":{"ms":30}}');
  expect(status).toBe(200);
  expect(text).toBe(
    `{"status":"success","value":{"waitedMs":30.0},"logLines":["[LOG] 'waiting' 30 'ms'","[LOG] 'done'"]}`,
  );
});

test("an action does not wait for another one to end", async () => {
  const api = await openDeployment();
  const run = (ms: number) =>
    call(api, "POST", "/api/action", { key: null, body: `{"path":"slow:wait","args":{"ms":${ms}}}` });
  const endless = run(1e9);
  expect((await run(1)).text).toContain('"value":{"waitedMs":1.0}');
  await api.close();
  expect((await endless).status).toBe(500);
});

test("queries and mutations are not run as actions", async () => {
  const { text } = await post("/api/action", '{"path":"users:list","args":{}}');
  expect(text).toBe(
    `{"status":"error","errorMessage":"${errorStart}Trying to execute users.js:list as Action, but it is defined as Query.\\n"}`,
  );
});

test("system functions are no actions: without a key that is a refusal", async () => {
  const body = '{"path":"_system/cli/tables","args":{}}';
  const { status, text } = await post("/api/action", body);
  expect([status, text]).toEqual([
    403,
    '{"code":"SystemIdentityRequired","message":"Operation action not permitted"}',
  ]);
});

test("an action over the limit of a request is cut off with 408 and goes on", async () => {
  const api = await openDeployment({
    functionLimits: { requestMs: 300, concurrentActions: 1, actionQueueMs: 20 },
  });
  // The first worker may take longer to start than a request may last here.
  const spec = '{"path":"_system/cli/modules:apiSpec","args":{}}';
  for (let status = 408; status === 408;)
    ({ status } = await call(api, "POST", "/api/query", { body: spec }));
  const body = '{"path":"slow:wait","args":{"ms":1000000000}}';
  const headers = { origin: "https://dashboard.example" };
  const cut = await call(api, "POST", "/api/action", { key: null, body, headers });
  expect([cut.status, cut.text]).toEqual([408, ""]);
  expect(cut.headers.get("access-control-allow-origin")).toBeNull();
  // Its place among the actions is still taken.
  const next = await call(api, "POST", "/api/action", { key: null, body });
  expect(next.status).toBe(429);
  expect(next.text).toContain('"code":"TooManyConcurrentRequests"');
  await api.close();
});

import { expect, test } from "vitest";
import { call } from "./call.ts";
import { errorStart, sampleTarget } from "./sample-target.ts";

const { deployment, post } = sampleTarget();

test("the address names the function, whatever its kind", async () => {
  expect((await post("/api/run/users/list", '{"args":{}}')).text).toBe('{"status":"success","value":[]}');
  expect((await post("/api/run/reports/daily/summary", '{"args":{}}')).text).toContain('"status":"success"');
  expect((await post("/api/run/slow/wait", '{"args":{"ms":1}}')).text).toContain('"waitedMs":1.0');
});

test("a default export needs its name", async () => {
  expect((await post("/api/run/health/default", '{"args":{}}')).text).toBe(
    '{"status":"success","value":{"hasTickets":false,"ok":true}}',
  );
});

test("values are clean unless another format is asked for, for old clients too", async () => {
  const body = (more: string) => `{"args":{"value":{"$integer":"KgAAAAAAAAA="}}${more}}`;
  const headers = { "convex-client": "npm-1.0.0" };
  expect((await post("/api/run/values/echo", body(""), { headers })).text).toBe(
    '{"status":"success","value":"42"}',
  );
  expect((await post("/api/run/values/echo", body(',"format":"convex_encoded_json"'))).text).toBe(
    '{"status":"success","value":{"$integer":"KgAAAAAAAAA="}}',
  );
});

test("parts of the address are decoded twice", async () => {
  expect((await post("/api/run/us%2565rs/list", '{"args":{}}')).text).toBe('{"status":"success","value":[]}');
});

test("an address of one part names no function", async () => {
  const { status, text } = await post("/api/run/users", '{"args":{}}');
  expect([status, text]).toEqual([
    400,
    '{"code":"MissingIdentifier","message":"Path or function name not provided in path, e.g. /api/run/messages/list"}',
  ]);
});

test("a slash at the end leaves the name empty", async () => {
  const { status, text } = await post("/api/run/users/list/", '{"args":{}}');
  expect([status, text]).toEqual([
    400,
    '{"code":"BadConvexFunctionIdentifier","message":"users/list: is not a valid path to a Convex function. Identifier cannot be empty"}',
  ]);
});

test("an address without any part is unknown, and GET is not answered", async () => {
  expect((await post("/api/run/", '{"args":{}}')).status).toBe(404);
  expect((await call(deployment(), "GET", "/api/run/users/list", { key: null })).status).toBe(405);
});

test("what is missing or internal cannot be found", async () => {
  const missing = (name: string) =>
    `{"status":"error","errorMessage":"${errorStart}Could not find function for '${name}'. Did you forget to run \`npx convex dev\`?\\n"}`;
  expect((await post("/api/run/users/nope", '{"args":{}}')).text).toBe(missing("users:nope"));
  expect((await post("/api/run/maintenance/ticketsByStatus", '{"args":{}}')).text).toBe(
    missing("maintenance:ticketsByStatus"),
  );
  const { adminKey } = deployment();
  const internal = await post("/api/run/maintenance/ticketsByStatus", '{"args":{}}', { key: adminKey });
  expect(internal.text).toContain('"status":"success"');
});

test("system functions are not reachable, and without a key that is a refusal", async () => {
  const { status, text } = await post("/api/run/_system/cli/tables/default", '{"args":{}}');
  expect([status, text]).toEqual([
    403,
    '{"code":"SystemIdentityRequired","message":"Operation get_module not permitted"}',
  ]);
});

import { expect, test } from "vitest";
import { badDeployKey, internalServerError } from "./call.ts";
import { errorStart, sampleTarget } from "./sample-target.ts";

const { deployment, post } = sampleTarget();

const asAdmin = (body: string) => post("/api/function", body, { key: deployment().adminKey });

test("runs queries, mutations and actions alike for an admin, internal ones too", async () => {
  expect((await asAdmin('{"path":"users:list","args":{}}')).text).toBe('{"status":"success","value":[]}');
  expect((await asAdmin('{"path":"slow:wait","args":{"ms":1}}')).text).toContain('"value":{"waitedMs":1.0}');
  expect((await asAdmin('{"path":"maintenance:ticketsByStatus","args":{}}')).text).toBe(
    '{"status":"success","value":{"closed":0.0,"open":0.0,"pending":0.0}}',
  );
  expect((await asAdmin('{"path":"tickets:close","args":{}}')).text).toContain("ArgumentValidationError: ");
});

test("takes the form that the command line sends", async () => {
  const body =
    '{"componentPath":null,"path":"values:echo","format":"convex_encoded_json","args":{"value":{"$integer":"KgAAAAAAAAA="}}}';
  expect((await asAdmin(body)).text).toBe('{"status":"success","value":{"$integer":"KgAAAAAAAAA="}}');
});

test("without an admin key it is refused, after the body and the path were looked at", async () => {
  const { status, text } = await post("/api/function", '{"path":"users:list","args":{}}');
  expect([status, text]).toEqual([403, badDeployKey]);
  const badPath = await post("/api/function", '{"path":"/users:list","args":{}}');
  expect(badPath.status).toBe(400);
  expect(badPath.text).toContain('"code":"BadConvexFunctionIdentifier"');
});

test("a function that is not there comes with advice", async () => {
  expect((await asAdmin('{"path":"messages:nope","args":{}}')).text).toBe(
    `{"status":"error","errorMessage":"${errorStart}Could not find function for 'messages:nope'. Did you forget to run \`npx convex dev\`?\\n"}`,
  );
});

test("system functions and, for those who act as a user, internal ones cannot be found", async () => {
  expect((await asAdmin('{"path":"_system/cli/tables","args":{}}')).text).toContain(
    "Could not find function for '_system/cli/tables'.",
  );
  const identity = btoa('{"issuer":"https://id.example","subject":"ann"}');
  const key = `${deployment().adminKey}:${identity}`;
  const body = '{"path":"maintenance:ticketsByStatus","args":{}}';
  expect((await post("/api/function", body, { key })).text).toContain(
    "Could not find function for 'maintenance:ticketsByStatus'.",
  );
});

test("the root component may be named, others do not exist", async () => {
  const call = (component: string) => asAdmin(`{"componentPath":${component},"path":"users:list","args":{}}`);
  expect((await call('""')).text).toBe('{"status":"success","value":[]}');
  const unknown = await call('"billing"');
  expect([unknown.status, unknown.text]).toEqual([500, internalServerError]);
  const malformed = await call('"a b"');
  expect(malformed.status).toBe(400);
  expect(malformed.text).toContain('"code":"InvalidComponentPath"');
});

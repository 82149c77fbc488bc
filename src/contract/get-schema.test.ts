import { expect, test } from "vitest";
import { badDeployKey, call } from "./call.ts";
import { embeddedTest } from "./target.ts";
import { openTargets } from "./open-targets.ts";

const { target, embedded } = openTargets();
const path = "/api/streaming_import/get_schema";

embeddedTest("null when nothing was ever pushed", async () => {
  const { status, text } = await call(await embedded({ hasSchema: false }), "GET", path);
  expect(status).toBe(200);
  expect(text).toBe("null");
});

embeddedTest("the schema in force as it was pushed", async () => {
  const schema = '{"tables":[],"schemaValidation":true}';
  expect((await call(await embedded({ schema }), "GET", path)).text).toBe(schema);
});

test("nobody without a deploy key may see it", async () => {
  const { status, text } = await call(await target(), "GET", path, { key: null });
  expect(status).toBe(403);
  expect(text).toBe(badDeployKey);
});

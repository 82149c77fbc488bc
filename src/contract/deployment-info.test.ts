import { expect, test } from "vitest";
import { badDeployKey, call } from "./call.ts";
import { embeddedTest } from "./target.ts";
import { openTargets } from "./open-targets.ts";

const { target, embedded } = openTargets();

embeddedTest("an embedded deployment is hosted by its owner", async () => {
  const { status, text } = await call(await embedded(), "GET", "/api/v1/deployment_info");
  expect(status).toBe(200);
  expect(text).toBe('{"kind":"selfHosted"}');
});

test("nobody without a deploy key may ask", async () => {
  const { status, text } = await call(await target(), "GET", "/api/v1/deployment_info", { key: null });
  expect(status).toBe(403);
  expect(text).toBe(badDeployKey);
});

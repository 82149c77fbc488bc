import { expect, test } from "vitest";
import { badDeployKey, call } from "./call.ts";
import { embeddedTest } from "./target.ts";
import { openTargets } from "./open-targets.ts";

const { target, embedded } = openTargets();
const path = "/api/test_streaming_export_connection";

test("null says that the key may export", async () => {
  const { status, text } = await call(await target(), "GET", path);
  expect(status).toBe(200);
  expect(text).toBe("null");
});

test("no key is 403, a wrong one 401", async () => {
  const api = await target();
  const none = await call(api, "GET", path, { key: null });
  expect(none.status).toBe(403);
  expect(none.text).toBe(badDeployKey);
  expect((await call(api, "GET", path, { key: "x|00" })).status).toBe(401);
});

embeddedTest("a read-only key may export, a key for imports may not", async () => {
  const api = await embedded({
    keys: [
      { secret: "01aa", isReadOnly: true },
      { secret: "01bb", allowedOps: ["deployment:backups:import"] },
    ],
  });
  expect((await call(api, "GET", path, { key: "happy-animal-123|01aa" })).status).toBe(200);
  expect((await call(api, "GET", path, { key: "happy-animal-123|01bb" })).status).toBe(403);
});

embeddedTest("a plan without export refuses every key", async () => {
  const api = await embedded({ hasStreamingExport: false });
  const { status, text } = await call(api, "GET", path);
  expect(status).toBe(403);
  expect(text).toMatch(/^{"code":"StreamingExportNotEnabled",/);
});

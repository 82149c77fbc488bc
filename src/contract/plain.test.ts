import { expect, test } from "vitest";
import { call } from "./call.ts";
import { embeddedTest } from "./target.ts";
import { openTargets } from "./open-targets.ts";

const { target, embedded } = openTargets();
const origin = { origin: "https://page.test" };

test("the root says that a deployment is running", async () => {
  const { status, text, headers } = await call(await target(), "GET", "/", { key: null });
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(text).toBe("This Convex deployment is running. See https://docs.convex.dev/.");
});

embeddedTest("the instance has a name", async () => {
  const api = await embedded({ name: "quiet-otter-7" });
  const { text } = await call(api, "GET", "/instance_name", { key: null });
  expect(text).toBe("quiet-otter-7");
});

test("/version cannot be read by a page, /instance_version can and says the same", async () => {
  const api = await target();
  const hidden = await call(api, "GET", "/version", { key: null, headers: origin });
  const open = await call(api, "GET", "/instance_version", { key: null, headers: origin });
  expect(hidden.status).toBe(200);
  expect(hidden.headers.get("access-control-allow-origin")).toBeNull();
  expect(open.headers.get("access-control-allow-origin")).toBe("https://page.test");
  expect(open.text).toBe(hidden.text);
});

embeddedTest("a deployment built without a version calls it unknown", async () => {
  expect((await call(await embedded(), "GET", "/version", { key: null })).text).toBe("unknown");
});

test("/echo gives the body back byte for byte", async () => {
  const body = Uint8Array.of(0, 255, 13, 10, 128);
  const api = await target();
  const request = new Request(`${api.url}/echo`, { method: "POST", body });
  const response = await api.fetch(request);
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(body);
  expect(response.headers.get("content-type")).toBeNull();
});

test("an unknown path is 404 without a body, readable by a page", async () => {
  const api = await target();
  for (const path of ["/api/nothing", "/api/query/", "/api/shapes2x", "/api/run/"]) {
    const { status, text, headers } = await call(api, "POST", path, { headers: origin });
    expect(status).toBe(404);
    expect(text).toBe("");
    expect(headers.get("access-control-allow-origin")).toBe("https://page.test");
  }
});

test("a known path with another method is 405 without a body and says which methods it has", async () => {
  const api = await target();
  const cases: [string, string, string][] = [
    ["DELETE", "/api/list_snapshot", "GET,HEAD,POST"],
    ["GET", "/api/mutation", "POST"],
    ["GET", "/api/run/messages/list", "POST"],
    ["POST", "/api/json_schemas", "GET,HEAD"],
    ["POST", "/api/streaming_import/clear_tables", "PUT"],
  ];
  for (const [method, path, allow] of cases) {
    const { status, text, headers } = await call(api, method, path);
    expect(status).toBe(405);
    expect(text).toBe("");
    expect(headers.get("allow")).toBe(allow);
  }
});

test("what answers GET answers HEAD", async () => {
  const { status, text } = await call(await target(), "HEAD", "/instance_name", { key: null });
  expect(status).toBe(200);
  expect(text).toBe("");
});

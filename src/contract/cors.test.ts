import { expect, test } from "vitest";
import { call } from "./call.ts";
import { openTargets } from "./open-targets.ts";

const { target } = openTargets();
const origin = "https://page.test";

test("a preflight is answered without a key, for any path and any header", async () => {
  const api = await target();
  for (const path of ["/api/mutation", "/api/streaming_import/clear_tables", "/nowhere"]) {
    const { status, text, headers } = await call(api, "OPTIONS", path, {
      key: "nonsense",
      headers: { origin, "access-control-request-headers": "authorization,content-type,convex-client" },
    });
    expect(status).toBe(200);
    expect(text).toBe("");
    expect(headers.get("access-control-allow-origin")).toBe(origin);
    expect(headers.get("access-control-allow-credentials")).toBe("true");
    expect(headers.get("access-control-allow-methods")).toBe("GET,POST,OPTIONS,PATCH,DELETE,PUT");
    expect(headers.get("access-control-allow-headers")).toBe("authorization,content-type,convex-client");
    expect(headers.get("access-control-max-age")).toBe("86400");
    expect(headers.get("vary")).toBe("origin, access-control-request-method, access-control-request-headers");
    expect(headers.get("access-control-allow-private-network")).toBeNull();
  }
});

test("without an origin nothing is mirrored", async () => {
  const { headers } = await call(await target(), "OPTIONS", "/api/mutation");
  expect(headers.get("access-control-allow-origin")).toBeNull();
  expect(headers.get("access-control-allow-credentials")).toBe("true");
});

test("refusals can be read by a page", async () => {
  const api = await target();
  const cases: [string, string, string | null, number][] = [
    ["GET", "/api/list_snapshot?snapshot=x", null, 400],
    ["GET", "/api/check_admin_key", "wrong|00", 401],
    ["GET", "/api/check_admin_key", null, 403],
    ["GET", "/api/list_snapshot?snapshot=-1", api.adminKey, 500],
  ];
  for (const [method, path, key, status] of cases) {
    const answer = await call(api, method, path, { key, headers: { origin } });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("access-control-allow-origin")).toBe(origin);
    expect(answer.headers.get("access-control-expose-headers")).toBeNull();
  }
});

test("a malformed Convex-Client is refused where no page can see it", async () => {
  const { status, text, headers } = await call(await target(), "GET", "/instance_name", {
    headers: { origin, "convex-client": "foo" },
  });
  expect(status).toBe(400);
  expect(text).toBe(
    '{"code":"InvalidClientVersion","message":"Failed to parse client version string: \'foo\'. Expected format is {client_name}-{semver}, e.g. my-esolang-client-0.0.1"}',
  );
  expect(headers.get("access-control-allow-origin")).toBeNull();
});

test("clients that are too old are refused the same way, an unknown version of theirs too", async () => {
  const api = await target();
  for (const client of ["npm-0.19.1", "npm-cli-0.5.0", "python-convex-0.0.2", "rust-0.0.1", "npm-beta"]) {
    const { status, text, headers } = await call(api, "GET", "/instance_name", {
      headers: { origin, "convex-client": client },
    });
    expect(status).toBe(400);
    expect(text).toMatch(
      /^{"code":"ClientVersionUnsupported","message":"The Convex .* is no longer supported\. /,
    );
    expect(headers.get("x-convex-deprecation-state")).toBe("Unsupported");
    expect(headers.get("access-control-allow-origin")).toBeNull();
  }
});

test("other clients are taken as they come, streaming import in any version", async () => {
  const api = await target();
  const clients = [
    "npm-1.48.0",
    "deltascope-0.1.0",
    "streaming-import-0.0.1",
    "streaming-import-999.0.0",
    "my-tool-beta",
  ];
  for (const client of clients) {
    const { status } = await call(api, "GET", "/instance_name", { headers: { "convex-client": client } });
    expect(status).toBe(200);
  }
});

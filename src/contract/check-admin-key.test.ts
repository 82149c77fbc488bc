import { expect, test } from "vitest";
import { badDeployKey, call } from "./call.ts";
import { embeddedTest } from "./target.ts";
import { openTargets } from "./open-targets.ts";

const { target, embedded } = openTargets();
const path = "/api/check_admin_key";

test("the admin key may do everything", async () => {
  const { status, text } = await call(await target(), "GET", path);
  expect(status).toBe(200);
  expect(text).toBe('{"success":true,"allowedOps":[],"isReadOnly":false}');
});

embeddedTest("a key says what it may do", async () => {
  const api = await embedded({
    keys: [
      { secret: "01aa", allowedOps: ["deployment:data:view"] },
      { secret: "01bb", isReadOnly: true },
    ],
  });
  const some = await call(api, "GET", path, { key: "happy-animal-123|01aa" });
  expect(some.text).toBe('{"success":true,"allowedOps":["deployment:data:view"],"isReadOnly":false}');
  const reader = await call(api, "GET", path, { key: "prod:happy-animal-123|01bb" });
  expect(reader.text).toBe('{"success":true,"allowedOps":[],"isReadOnly":true}');
});

embeddedTest("a key is read with any prefix, and bare", async () => {
  const api = await embedded({ adminSecret: "01c0ffee" });
  const keys = [
    "happy-animal-123|01c0ffee",
    "prod:happy-animal-123|01c0ffee",
    "dev:happy-animal-123|01c0ffee",
    "preview:team:project|01c0ffee",
    "project:team:project|01c0ffee",
    "01c0ffee",
  ];
  for (const key of keys) expect((await call(api, "GET", path, { key })).status).toBe(200);
  const scheme = await call(api, "GET", path, { key: null, headers: { authorization: "cOnVeX 01c0ffee" } });
  expect(scheme.status).toBe(200);
});

test("a wrong key is 401, no key 403", async () => {
  const api = await target();
  const wrong = await call(api, "GET", path, { key: "happy-animal-123|0123" });
  expect(wrong.status).toBe(401);
  expect(wrong.text).toBe(
    '{"code":"BadAdminKey","message":"The provided admin key was invalid for this instance"}',
  );
  const none = await call(api, "GET", path, { key: null });
  expect(none.status).toBe(403);
  expect(none.text).toBe(badDeployKey);
});

test("a key may come in the query string", async () => {
  const api = await target();
  const key = encodeURIComponent(api.adminKey);
  expect((await call(api, "GET", `${path}?adminKey=${key}`, { key: null })).status).toBe(200);
  expect((await call(api, "GET", `${path}?adminKey=x`, { key: null })).status).toBe(401);
});

test("a header that is none is refused before any key is looked at", async () => {
  const api = await target();
  const cases: [string, string][] = [
    ["x", '{"code":"InvalidHeaderFailure","message":"Invalid authentication header"}'],
    ["Basic abcdef", '{"code":"InvalidAdminKey","message":"Invalid admin key"}'],
    ["Convex prod:abcd", '{"code":"HeaderParseFailure","message":"Malformed Authorization header."}'],
    [
      `Convex ${api.adminKey}:%%%`,
      '{"code":"HeaderParseFailure","message":"Malformed Authorization header."}',
    ],
    [
      `Convex ${api.adminKey}:${btoa('{"name":"Ann"}')}`,
      '{"code":"HeaderParseFailure","message":"Malformed Authorization header."}',
    ],
  ];
  for (const [authorization, body] of cases) {
    const { status, text } = await call(api, "GET", path, { key: null, headers: { authorization } });
    expect(status).toBe(400);
    expect(text).toBe(body);
  }
});

embeddedTest("a user's token is no deploy key, and a token that is not ours is 401", async () => {
  const api = await embedded();
  const token = await api.printToken("ann");
  const user = await call(api, "GET", path, { key: null, headers: { authorization: `Bearer ${token}` } });
  expect(user.status).toBe(403);
  expect(user.text).toBe(badDeployKey);
  const cases: [string, string][] = [
    ["abc", "InvalidAuthHeader"],
    [`${token.slice(0, -8)}AAAAAAAA`, "Unauthenticated"],
    [
      `${btoa('{"alg":"ES256"}')}.${btoa('{"iss":"https://other.test"}').replaceAll("=", "")}.AAAA`,
      "NoAuthProvider",
    ],
  ];
  for (const [wrong, code] of cases) {
    const { status, text } = await call(api, "GET", path, {
      key: null,
      headers: { authorization: `Bearer ${wrong}` },
    });
    expect(status).toBe(401);
    expect(text).toMatch(new RegExp(`^{"code":"${code}","message":"`));
  }
});

embeddedTest("a token is good for a day", async () => {
  const api = await embedded();
  const token = await api.printToken("ann");
  const headers = { authorization: `Bearer ${token}` };
  api.clock.advance(23n * 3_600_000_000_000n);
  expect((await call(api, "GET", path, { key: null, headers })).status).toBe(403);
  api.clock.advance(2n * 3_600_000_000_000n);
  expect((await call(api, "GET", path, { key: null, headers })).status).toBe(401);
});

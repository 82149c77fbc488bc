import { afterEach, expect, test, vi } from "vitest";
import { checkConnection, type ConnectInput, type Verdict } from "./check-connection.ts";
import type { Check } from "./connect-checks.ts";

type Answers = Readonly<Record<string, Response | (() => Response)>>;

const refusal = (status: number, code: string) => () =>
  new Response(JSON.stringify({ code, message: "m" }), { status });

const healthy: Answers = {
  "/instance_name": () => new Response("tall-crane-215"),
  "/instance_version": () => new Response("1.31.2"),
  "/api/check_admin_key": () => new Response('{"success":true,"allowedOps":[],"isReadOnly":false}'),
  "/api/test_streaming_export_connection": () => new Response("null"),
  "/api/query": () => new Response('{"status":"error","errorMessage":"no"}'),
};

afterEach(() => vi.unstubAllGlobals());

/** Tries a connection against hand-written answers; no answer for a path is no answer at all. */
async function tried(
  input: Partial<ConnectInput>,
  answers: Answers = healthy,
): Promise<{ verdict: Verdict; checks: readonly Check[]; asked: string[] }> {
  const asked: string[] = [];
  const steps = checkConnection(
    { address: "http://127.0.0.1:3210", key: "dev:tall-crane-215|01", userToken: "", ...input },
    new AbortController().signal,
    {
      wait: async () => undefined,
      fetch: async (url, init) => {
        const path = init.mode === "no-cors" ? "no-cors" : new URL(url).pathname;
        asked.push(path);
        const answer = answers[path];
        if (answer === undefined) throw new TypeError("fetch failed");
        return typeof answer === "function" ? answer() : answer;
      },
    },
  );
  let checks: readonly Check[] = [];
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return { verdict: step.value, checks, asked };
    checks = step.value;
  }
}

const failureOf = (verdict: Verdict) => {
  if (verdict.kind !== "failed") throw new Error("It connected.");
  const { failure } = verdict;
  return {
    ...failure,
    text: failure.body.map((part) => (typeof part === "string" ? part : part.name)).join(""),
  };
};
const statesOf = (checks: readonly Check[]) => checks.map((check) => check.state);

test("connects when every rung holds", async () => {
  const { verdict, checks } = await tried({ key: " dev:tall-crane-215|01 " });
  expect(verdict).toEqual({
    kind: "connected",
    connection: {
      url: "http://127.0.0.1:3210",
      name: "tall-crane-215",
      key: "dev:tall-crane-215|01",
      userToken: undefined,
    },
  });
  expect(statesOf(checks)).toEqual(["passed", "passed", "passed", "passed", "passed", "passed"]);
  expect(checks[4]?.detail).toBe("Everything");
});

test("says that an address cannot be read, before anything is sent", async () => {
  const { verdict, asked } = await tried({ address: "ftp://x" });
  expect(failureOf(verdict)).toMatchObject({ field: "url", title: "This is not an address" });
  expect(asked).toEqual([]);
});

test("says that nothing answers", async () => {
  const { verdict, checks } = await tried({}, {});
  expect(failureOf(verdict)).toMatchObject({ field: "url", title: "No answer from the deployment" });
  expect(statesOf(checks)).toEqual(["passed", "failed", "waiting", "waiting", "waiting", "waiting"]);
});

test("says that what answers does not let this page read it", async () => {
  const { verdict, checks } = await tried({}, { "no-cors": () => new Response("") });
  expect(failureOf(verdict)).toMatchObject({ field: "url", title: "This is not a Convex deployment" });
  expect(statesOf(checks).slice(0, 3)).toEqual(["passed", "passed", "failed"]);
});

test.each([
  ["a web page", { "/instance_name": () => new Response("<!doctype html><title>x</title>") }],
  ["a status", { "/instance_name": () => new Response("", { status: 404 }) }],
  ["no version", { "/instance_version": () => new Response("", { status: 404 }) }],
])("says that it is no deployment when there is %s", async (_, answers) => {
  const { verdict, asked } = await tried({}, { ...healthy, ...answers });
  expect(failureOf(verdict)).toMatchObject({ field: "url", title: "This is not a Convex deployment" });
  expect(asked).not.toContain("/api/check_admin_key");
});

test("says that a secure page may not call an insecure address, and offers the secure one", async () => {
  vi.stubGlobal("location", { protocol: "https:" });
  const { verdict, asked } = await tried({ address: "http://tall-crane-215.example.com" });
  expect(failureOf(verdict)).toMatchObject({
    field: "url",
    title: "The browser blocks this address here",
    remedy: { kind: "use-address", url: "https://tall-crane-215.example.com" },
  });
  expect(asked).toEqual([]);
});

test("lets a secure page call its own machine", async () => {
  vi.stubGlobal("location", { protocol: "https:" });
  expect((await tried({})).verdict.kind).toBe("connected");
});

test("tells by its prefix that a key is for another deployment", async () => {
  const answers = { ...healthy, "/api/check_admin_key": refusal(401, "BadAdminKey") };
  const { verdict, checks } = await tried({ key: "prod:careful-otter-412|01abcdef " }, answers);
  const failure = failureOf(verdict);
  expect(failure).toMatchObject({
    field: "key",
    title: "This key belongs to another deployment",
    text: "The key is for careful-otter-412, the address is tall-crane-215. Use the address of the key, or paste a key made for tall-crane-215.",
    remedy: {
      kind: "use-address",
      label: "Use careful-otter-412",
      url: "https://careful-otter-412.convex.cloud",
    },
    fact: "401 BadAdminKey",
    production: true,
  });
  expect(checks[3]).toMatchObject({
    state: "failed",
    detail: "Its prefix names careful-otter-412. A space at its end was removed.",
  });
});

test("says that a key for this deployment was refused", async () => {
  const answers = { ...healthy, "/api/check_admin_key": refusal(401, "BadAdminKey") };
  expect(failureOf((await tried({}, answers)).verdict)).toMatchObject({
    field: "key",
    title: "The key was refused",
    remedy: undefined,
  });
});

test("says that a key cannot be read", async () => {
  const answers = { ...healthy, "/api/check_admin_key": refusal(400, "HeaderParseFailure") };
  expect(failureOf((await tried({ key: "prod:abcd" }, answers)).verdict).title).toBe(
    "The key cannot be read",
  );
});

test("asks for a key and lets go on without one", async () => {
  const { verdict, asked } = await tried({ key: "" });
  expect(failureOf(verdict)).toMatchObject({
    field: "key",
    title: "A deploy key is needed",
    remedy: { kind: "connect-anyway" },
  });
  expect(verdict).toMatchObject({ connection: { key: undefined, name: "tall-crane-215" } });
  expect(asked).not.toContain("/api/check_admin_key");
});

test("says that a key may not read data and lets go on", async () => {
  const answers = {
    ...healthy,
    "/api/test_streaming_export_connection": refusal(403, "OperationNotPermitted"),
  };
  const { verdict, checks } = await tried({}, answers);
  expect(failureOf(verdict)).toMatchObject({
    title: "This key may not read data",
    remedy: { kind: "connect-anyway" },
  });
  expect(statesOf(checks).slice(3)).toEqual(["passed", "failed", "waiting"]);
});

test("says that export is not in the plan and lets go on", async () => {
  const answers = {
    ...healthy,
    "/api/test_streaming_export_connection": refusal(403, "StreamingExportNotEnabled"),
  };
  const { verdict, checks } = await tried({}, answers);
  expect(failureOf(verdict)).toMatchObject({
    title: "Snapshots are not in this deployment’s plan",
    remedy: { kind: "connect-anyway" },
    fact: "403 StreamingExportNotEnabled",
  });
  expect(statesOf(checks).slice(3)).toEqual(["passed", "passed", "failed"]);
});

test("says what a key with some permissions may do", async () => {
  const answers = {
    ...healthy,
    "/api/check_admin_key": () =>
      new Response('{"success":true,"allowedOps":["ViewData","RunQueries"],"isReadOnly":true}'),
  };
  const { checks } = await tried({}, answers);
  expect(checks[4]?.detail).toBe("Read, and nothing that writes: ViewData, RunQueries");
});

test("finds a wrong key where the deployment cannot say what a key may do", async () => {
  const answers = {
    ...healthy,
    "/api/check_admin_key": () => new Response("", { status: 404 }),
    "/api/test_streaming_export_connection": refusal(401, "BadAdminKey"),
  };
  expect(failureOf((await tried({}, answers)).verdict).title).toBe("The key was refused");
});

test("says that the user token was refused", async () => {
  const answers = { ...healthy, "/api/query": refusal(401, "InvalidAuthHeader") };
  const { verdict, checks } = await tried({ userToken: "Bearer a.b.c" }, answers);
  expect(failureOf(verdict)).toMatchObject({ field: "token", title: "The user token was refused" });
  expect(checks.at(-1)).toMatchObject({ id: "token", state: "failed" });
});

test("never repeats a character of the key after its bar", async () => {
  for (const code of ["BadAdminKey", "HeaderParseFailure", "Other"]) {
    const answers = { ...healthy, "/api/check_admin_key": refusal(401, code) };
    const { verdict, checks } = await tried({ key: "prod:careful-otter-412|c0ffee" }, answers);
    expect(JSON.stringify([failureOf(verdict), checks])).not.toContain("c0ffee");
  }
});

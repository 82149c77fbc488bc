import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { ConvexHttpClient } from "convex/browser";
import { makeFunctionReference, type FunctionReference } from "convex/server";
import { ConvexError } from "convex/values";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serve, type ServedDeployment } from "#deployment/node/serve.ts";

// Clients that nobody here wrote, over a socket.

type Args = Record<string, unknown>;
const query = (name: string) => makeFunctionReference<"query", Args, unknown>(name);
const mutation = (name: string) => makeFunctionReference<"mutation", Args, unknown>(name);
const action = (name: string) => makeFunctionReference<"action", Args, unknown>(name);

let served: ServedDeployment;
let folder: string;

beforeAll(async () => {
  served = await serve({ data: ":memory:", port: 0, isEmpty: true });
  folder = await mkdtemp(join(tmpdir(), "deltascope-client-"));
  await writeFile(join(folder, "package.json"), '{"dependencies":{"convex":"*"}}');
});
afterAll(async () => {
  await served.close();
  await rm(folder, { recursive: true });
});

function client(): ConvexHttpClient {
  return new ConvexHttpClient(served.url, { logger: false, skipConvexDeploymentUrlCheck: true });
}

/** A client with the admin key; the method is there, but not among the public types of the package. */
function adminClient(): ConvexHttpClient & {
  function(name: FunctionReference<"query">, component?: string, args?: Args): Promise<unknown>;
} {
  const made = client() as ReturnType<typeof adminClient> & { setAdminAuth(key: string): void };
  made.setAdminAuth(served.adminKey);
  return made;
}

async function addUser(): Promise<string> {
  const user = {
    name: "Ann",
    email: "ann@x.example",
    role: "customer",
    timezone: "Europe/Oslo",
    tags: [],
    notifications: { email: true, push: false, digest: null },
    signIns: 1n,
  };
  await adminClient().mutation(mutation("_system/frontend/addDocument"), {
    table: "users",
    documents: [user],
  });
  const [first] = (await client().query(query("users:list"), {})) as { _id: string }[];
  if (first === undefined) throw new Error("The user is not there");
  return first._id;
}

test("ConvexHttpClient gets every type of value as itself", async () => {
  const values = (await client().query(query("values:everyType"), {})) as Record<string, unknown>;
  expect(values["largestInt64"]).toBe(9_223_372_036_854_775_807n);
  expect(values["notANumber"]).toBeNaN();
  expect(values["negativeZero"]).toBe(-0);
  expect(values["minusInfinity"]).toBe(-Infinity);
  expect(new Uint8Array(values["bytes"] as ArrayBuffer)).toEqual(new Uint8Array([0, 1, 127, 128, 254, 255]));
  const value = { big: -1n, bytes: new Uint8Array([1, 2]).buffer, list: [NaN, null, "x"] };
  expect(await client().query(query("values:echo"), { value })).toEqual(value);
});

test("ConvexHttpClient runs mutations and actions", async () => {
  const customer = await addUser();
  const ticket = await client().mutation(mutation("tickets:open"), { subject: "S", customer, body: "B" });
  const messages = (await client().query(query("messages:list"), { ticket })) as { body: string }[];
  expect(messages.map((message) => message.body)).toEqual(["B"]);
  expect(await client().action(action("slow:wait"), { ms: 1 })).toEqual({ waitedMs: 1 });
});

test("ConvexHttpClient makes a ConvexError of one, with its data, and an Error of others", async () => {
  const failure = await client()
    .query(query("errors:convexError"), {})
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ConvexError);
  expect((failure as ConvexError<{ code: string }>).data).toMatchObject({
    code: "PLAN_LIMIT_REACHED",
    limit: 25n,
  });
  await expect(client().query(query("errors:thrown"), {})).rejects.toThrow("nobody is on duty");
  await expect(client().query(query("/bad"), {})).rejects.toThrow("is not a valid path to a Convex function");
});

test("ConvexHttpClient queries consistently at one timestamp", async () => {
  const consistent = client();
  const before = (await consistent.consistentQuery(query("users:list"), { limit: 1000 })) as unknown[];
  await addUser();
  // The client keeps the timestamp of its first query.
  expect(await consistent.consistentQuery(query("users:list"), { limit: 1000 })).toEqual(before);
  expect(await client().consistentQuery(query("users:list"), { limit: 1000 })).toHaveLength(
    before.length + 1,
  );
});

test("ConvexHttpClient with the admin key calls internal functions and functions of any kind", async () => {
  const admin = adminClient();
  expect(await admin.query(query("maintenance:ticketsByStatus"), {})).toMatchObject({ pending: 0 });
  expect(await admin.function(query("health") as FunctionReference<"query">, undefined, {})).toMatchObject({
    ok: true,
  });
  await expect(client().query(query("maintenance:ticketsByStatus"), {})).rejects.toThrow(
    "Could not find public function",
  );
});

// The command line takes seconds to load, on a busy machine many.
const patient = 120_000;

/** Runs the package's command line against the deployment. */
async function convex(...args: string[]): Promise<{ stdout: string; stderr: string; code: number }> {
  // Whatever deployment this shell knows, the command is to know this one only.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("CONVEX_")));
  try {
    const done = await promisify(execFile)(
      process.execPath,
      [resolve("node_modules/convex/bin/main.js"), ...args],
      {
        cwd: folder,
        timeout: patient,
        killSignal: "SIGKILL",
        env: {
          ...env,
          CONVEX_SELF_HOSTED_URL: served.url,
          CONVEX_SELF_HOSTED_ADMIN_KEY: served.adminKey,
          NO_COLOR: "1",
        },
      },
    );
    return { ...done, code: 0 };
  } catch (error) {
    const { stdout, stderr, code } = error as { stdout: string; stderr: string; code: number };
    return { stdout, stderr, code };
  }
}

test("the convex command line runs a function and prints its value", { timeout: patient }, async () => {
  const { stdout, code } = await convex("run", "values:echo", '{"value":{"$integer":"KgAAAAAAAAA="}}');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({ $integer: "KgAAAAAAAAA=" });
});

test(
  "the convex command line prints log lines and fails with the function",
  { timeout: patient },
  async () => {
    const { stderr, code } = await convex("run", "api.errors.thrown");
    expect(code).toBe(1);
    expect(stderr).toContain("[CONVEX ?(errors:thrown)] [LOG] 'about to fail'");
    expect(stderr).toContain("Uncaught Error: The ticket could not be assigned: nobody is on duty");
    expect(stderr).toMatch(/at handler \(\.\.\/convex\/errors\.ts:\d+:\d+\)/);
  },
);

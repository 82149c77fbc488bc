import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "deltascope-kill-"));
const entry = join(import.meta.dirname, "../../../node_modules/.cache/deltascope/command/deployment.js");
const running: ChildProcess[] = [];

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: {
      ssr: true,
      target: "node20",
      minify: false,
      outDir: join(entry, ".."),
      rolldownOptions: {
        input: { deployment: join(import.meta.dirname, "deployment.ts") },
        output: { entryFileNames: "[name].js", chunkFileNames: "[name].js" },
      },
    },
  });
});

afterAll(() => {
  for (const child of running) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

interface Ready {
  readonly url: string;
  readonly adminKey: string;
  readonly name: string;
}

async function start(...flags: string[]): Promise<{ child: ChildProcess; ready: Ready }> {
  const child = spawn(process.execPath, [entry, "--port", "0", ...flags]);
  running.push(child);
  const lines = createInterface({ input: child.stdout });
  const line = await new Promise<string>((resolve, reject) => {
    lines.once("line", resolve);
    child.once("exit", () => reject(new Error("The deployment ended before it was ready.")));
  });
  return { child, ready: JSON.parse(line) as Ready };
}

function post(ready: Ready, path: string, body: string): Promise<Response> {
  const headers = { authorization: `Convex ${ready.adminKey}`, "content-type": "application/json" };
  return fetch(ready.url + path, { method: "POST", headers, body });
}

test("nothing that was acknowledged is lost when the deployment is killed while it writes", async () => {
  const data = join(folder, "kill.sqlite");
  const { child, ready } = await start("--data", data, "--empty");
  const acknowledged: number[] = [];
  const writes = Array.from({ length: 200 }, async (_, n) => {
    const message = `{"tableName":"t","data":{"n":${n}}}`;
    const body = `{"tables":{"t":{"jsonSchema":{}}},"messages":[${message}]}`;
    const { status } = await post(ready, "/api/streaming_import/import_airbyte_records", body);
    if (status === 200) acknowledged.push(n);
    if (acknowledged.length === 60) child.kill("SIGKILL");
  });
  await Promise.allSettled(writes);
  expect(acknowledged.length).toBeGreaterThanOrEqual(60);
  expect(acknowledged.length).toBeLessThan(200);

  const again = await start("--data", data, "--empty");
  expect(again.ready.adminKey).toBe(ready.adminKey);
  const page = await post(again.ready, "/api/list_snapshot", '{"tableName":"t"}');
  const found = new Set([...(await page.text()).matchAll(/"n":(\d+)\.0/g)].map(([, n]) => Number(n)));
  expect(acknowledged.filter((n) => !found.has(n))).toEqual([]);
});

test("the key is kept beside the data, for its owner only", async () => {
  const data = join(folder, "key.sqlite");
  const { child } = await start("--data", data, "--empty");
  child.kill();
  expect(statSync(`${data}.admin-key`).mode & 0o777).toBe(0o600);
  expect(statSync(data).mode & 0o777).toBe(0o600);
});

test("only an empty file is filled with the sample", async () => {
  const data = join(folder, "sample.sqlite");
  const count = async (ready: Ready): Promise<string> => {
    const body = '{"path":"_system/frontend/tableSize:sizeOfAllTables","args":{}}';
    return await (await post(ready, "/api/query", body)).text();
  };
  const first = await start("--data", data);
  const size = await count(first.ready);
  expect(Number(/"value":(\d+)\.0/.exec(size)?.[1])).toBeGreaterThan(1000);
  first.child.kill();
  const second = await start("--data", data);
  expect(await count(second.ready)).toBe(size);
});

async function ending(...flags: string[]): Promise<{ code: number | null; says: string }> {
  const child = spawn(process.execPath, [entry, ...flags]);
  running.push(child);
  let says = "";
  child.stderr.on("data", (text) => (says += String(text)));
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { code, says };
}

test("a port that is taken ends the command with 3 and a sentence, wrong flags with 2", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const taken = await ending("--port", String(port), "--empty");
  server.close();
  expect(taken).toEqual({
    code: 3,
    says: `Port ${port} is taken. Choose another with --port N, or --port 0 for a free one.\n`,
  });
  expect((await ending("--port", "http")).code).toBe(2);
  expect((await ending("--what")).code).toBe(2);
  const options = await ending("--options", '{"pageSize":{"listSnapshot":0}}');
  expect(options.code).toBe(2);
  expect(options.says).toContain("pageSize.listSnapshot");
});

test("a GET with a body arrives as one", async () => {
  const { ready } = await start("--empty");
  const { request } = await import("node:http");
  const body = '{"tables":[]}';
  const text = await new Promise<string>((resolve, reject) => {
    const outgoing = request(
      `${ready.url}/api/streaming_import/primary_key_indexes_ready`,
      {
        method: "GET",
        headers: {
          authorization: `Convex ${ready.adminKey}`,
          "content-type": "application/json",
          "content-length": body.length,
        },
      },
      (incoming) => {
        let all = "";
        incoming.on("data", (chunk) => (all += String(chunk)));
        incoming.on("end", () => resolve(all));
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
  expect(text).toBe('{"indexesReady":true}');
});

test("an upload beyond the limit is answered, not cut off", async () => {
  const { ready } = await start("--empty");
  const body = `{"pad":"${"x".repeat(21 * 1024 * 1024)}"}`;
  const response = await post(ready, "/api/streaming_import/import_airbyte_records", body);
  expect(response.status).toBe(400);
  expect(await response.text()).toBe(
    '{"code":"BadJsonBody","message":"Failed to buffer the request body: length limit exceeded"}',
  );
});

test("a fault that drops a connection closes the socket, and strikes are printed at the end", async () => {
  const fault = (kind: string, path: string) => ({ kind, path, rate: 1 });
  const faults = { faults: [fault("drop-before", "/instance_name"), fault("truncate", "/instance_version")] };
  const { child, ready } = await start("--empty", "--faults", JSON.stringify(faults));
  let says = "";
  child.stderr?.on("data", (text) => (says += String(text)));
  await expect(fetch(`${ready.url}/instance_name`)).rejects.toThrow();
  const cut = await fetch(`${ready.url}/instance_version`);
  await expect(cut.text()).rejects.toThrow();
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect(says).toBe(
    "drop-before on /instance_name: struck 1 of 1\ntruncate on /instance_version: struck 1 of 1\n",
  );
});

test("a token is printed on request, and taken for a user's", async () => {
  const { child, ready } = await start("--empty", "--print-token", "ann");
  const { token } = ready as Ready & { token: string };
  const response = await fetch(`${ready.url}/api/query`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: '{"path":"_system/cli/tables","args":{}}',
  });
  expect(await response.text()).toContain("Operation query not permitted");
  child.kill();
});

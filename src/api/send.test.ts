import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import type { Connection } from "./connection.ts";
import { ProblemError, type Problem } from "./problem.ts";
import { send, type ApiCall } from "./send.ts";
import { createSender, type Sender } from "./sender.ts";

interface Heard {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

type Answer = (response: ServerResponse, heard: Heard) => void;

let close: (() => void) | undefined;
afterEach(() => close?.());

/** A server that gives these answers in turn (the last one again and again) and what it heard. */
async function serve(...answers: Answer[]): Promise<{ sender: Sender; heard: Heard[]; waits: number[] }> {
  const heard: Heard[] = [];
  const waits: number[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method, url, headers } = request;
      const one = { method, url, headers, body: Buffer.concat(chunks).toString() };
      heard.push(one);
      answers[Math.min(heard.length, answers.length) - 1]?.(response, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  const { port } = server.address() as AddressInfo;
  const connection: Connection = {
    url: `http://127.0.0.1:${port}`,
    name: "a",
    key: "dev:a|secret",
    userToken: "jwt",
  };
  const sender = createSender(connection, {
    wait: async (ms) => void waits.push(ms),
    random: () => 0.5,
  });
  return { sender, heard, waits };
}

const text =
  (status: number, body = ""): Answer =>
  (response) =>
    response.writeHead(status).end(body);
const cut: Answer = (response) => {
  response.writeHead(200, { "content-length": "100" });
  response.write("half");
  setImmediate(() => response.destroy());
};
const hangUp: Answer = (response) => response.destroy();

const read: ApiCall = { method: "GET", path: "/api/x", caller: "key", repeat: "on-trouble" };
const write: ApiCall = { method: "POST", path: "/api/x", body: {}, caller: "key", repeat: "never" };

async function problemOf(promise: Promise<unknown>): Promise<Problem> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ProblemError) return error.problem;
  throw new Error(`no problem but ${String(error)}`);
}

test("sends the key, a well-formed client name and JSON with its type", async () => {
  const { sender, heard } = await serve(text(200));
  await send(sender, { ...write, body: { cursor: 1763917311123456789n } });
  expect(heard[0]?.headers).toMatchObject({
    authorization: "Convex dev:a|secret",
    "content-type": "application/json",
  });
  expect(heard[0]?.headers["convex-client"]).toMatch(/^deltascope-\d+\.\d+\.\d+$/);
  expect(heard[0]?.body).toBe('{"cursor":1763917311123456789}');
});

test("sends no key where nobody or the user speaks", async () => {
  const { sender, heard } = await serve(text(200));
  await send(sender, { ...read, caller: "nobody" });
  await send(sender, { ...read, caller: "user" });
  expect(heard.map((one) => one.headers.authorization)).toEqual([undefined, "Bearer jwt"]);
});

test("sends a body that is text already as it is", async () => {
  const { sender, heard } = await serve(text(200));
  await send(sender, {
    method: "PUT",
    path: "/api/x",
    rawBody: '{"a": 1.0}',
    caller: "key",
    repeat: "never",
  });
  expect(heard[0]).toMatchObject({ method: "PUT", body: '{"a": 1.0}' });
  expect(heard[0]?.headers["content-type"]).toBe("application/json");
});

test("encodes the query and leaves out what is undefined", async () => {
  const { sender, heard } = await serve(text(200));
  await send(sender, { ...read, query: { cursor: '{"id":"a&b"}', tableName: undefined, format: "json" } });
  expect(heard[0]?.url).toBe("/api/x?cursor=%7B%22id%22%3A%22a%26b%22%7D&format=json");
});

test("takes an empty body for an answer", async () => {
  const { sender } = await serve(text(200, ""));
  expect(await send(sender, write)).toMatchObject({ status: 200, text: "" });
});

test("reads code and message of a refusal", async () => {
  const { sender } = await serve(text(401, '{"code":"BadAdminKey","message":"The key was invalid"}'));
  expect(await problemOf(send(sender, read))).toMatchObject({
    kind: "refused",
    status: 401,
    code: "BadAdminKey",
    message: "The key was invalid",
    request: { method: "GET", path: "/api/x" },
  });
});

test("keeps a plain text of a refusal and drops a proxy's page", async () => {
  const { sender } = await serve(
    text(502, "upstream is down"),
    text(502, "<html><h1>Bad gateway</h1></html>"),
    text(405),
  );
  expect(await problemOf(send(sender, write))).toMatchObject({
    code: undefined,
    message: "upstream is down",
  });
  expect(await problemOf(send(sender, write))).toMatchObject({ code: undefined, message: "" });
  expect(await problemOf(send(sender, write))).toMatchObject({ status: 405, code: undefined, message: "" });
});

test("asks again for a read after 429, 503 and a lost connection", async () => {
  const { sender, heard, waits } = await serve(text(429), text(503), hangUp, text(200, "7"));
  expect((await send(sender, read)).text).toBe("7");
  expect(heard).toHaveLength(4);
  expect(waits).toEqual([225, 450, 900]);
});

test("gives up on a read after four tries with the last problem", async () => {
  const { sender, heard } = await serve(text(503, '{"code":"TableSummariesUnavailable","message":"m"}'));
  expect(await problemOf(send(sender, read))).toMatchObject({ code: "TableSummariesUnavailable" });
  expect(heard).toHaveLength(4);
});

test("never sends a write twice, whatever becomes of it", async () => {
  for (const answer of [text(429), text(503), text(500), hangUp, cut]) {
    const { sender, heard } = await serve(answer);
    await problemOf(send(sender, write));
    expect(heard).toHaveLength(1);
    close?.();
  }
});

test("does not ask again for what was refused for good", async () => {
  for (const status of [400, 401, 403, 404, 500]) {
    const { sender, heard } = await serve(text(status));
    await problemOf(send(sender, read));
    expect(heard).toHaveLength(1);
    close?.();
  }
});

test("calls an answer that breaks off interrupted, and no answer unreachable", async () => {
  const { sender } = await serve(cut, hangUp);
  expect(await problemOf(send(sender, write))).toMatchObject({ kind: "unreachable", reason: "interrupted" });
  expect(await problemOf(send(sender, write))).toMatchObject({ kind: "unreachable", reason: "no-answer" });
});

test("does not follow a redirection, which would carry the key away", async () => {
  const { sender, heard } = await serve((response) =>
    response.writeHead(302, { location: "/elsewhere" }).end(),
  );
  expect(await problemOf(send(sender, read))).toMatchObject({ kind: "unreadable", status: 302 });
  expect(heard).toHaveLength(1);
});

test("passes on that it was stopped", async () => {
  const { sender } = await serve(() => undefined);
  const controller = new AbortController();
  const sent = send(sender, { ...read, signal: controller.signal });
  controller.abort();
  await expect(sent).rejects.toMatchObject({ name: "AbortError" });
});

test("logs every try without key or body", async () => {
  const { sender } = await serve(text(503), text(200, "12345"));
  await send(sender, read);
  expect(sender.log.totals()).toEqual({ requests: 2, retried: 1, received: 5 });
  expect(sender.log.entries()).toMatchObject([
    { number: 1, path: "/api/x", status: 503, attempt: 0 },
    { number: 2, path: "/api/x", status: 200, attempt: 1 },
  ]);
  expect(JSON.stringify(sender.log.entries())).not.toContain("secret");
});

test("never puts the key into what it throws", async () => {
  const { sender } = await serve(text(401, '{"code":"BadAdminKey","message":"no"}'));
  const error = await send(sender, read).catch((thrown: unknown) => thrown);
  expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain("secret");
});

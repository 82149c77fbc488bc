import { expect, test } from "vitest";
import { call } from "./call.ts";
import { errorStart, sampleTarget } from "./sample-target.ts";
import { openDeployment } from "./target.ts";

const { deployment, post, addUser } = sampleTarget();

async function value(path: string, body: string): Promise<string> {
  const { text } = await post(path, body);
  const match = /^\{"status":"success","value":"([0-9a-z]+)"/.exec(text);
  if (match === null) throw new Error(text);
  return match[1] ?? "";
}

async function openTicket(): Promise<{ customer: string; ticket: string }> {
  const customer = await addUser();
  const args = `{"subject":"Cannot sign in","customer":"${customer}","body":"Please help."}`;
  const ticket = await value("/api/mutation", `{"path":"tickets:open","args":${args}}`);
  return { customer, ticket };
}

const messagesOf = async (ticket: string) =>
  (await post("/api/query", `{"path":"messages:list","args":{"ticket":"${ticket}"}}`)).text;

test("a mutation writes, calls another one, and tells what both logged", async () => {
  const customer = await addUser();
  const args = `{"subject":"Cannot sign in","customer":"${customer}","body":"Please help."}`;
  const { status, text } = await post("/api/mutation", `{"path":"tickets:open","args":${args}}`);
  expect(status).toBe(200);
  expect(text.replaceAll(/[0-9a-z]{32}/g, "ID")).toMatch(
    /^\{"status":"success","value":"ID","logLines":\["\[LOG\] 'Sent a message' \{\\n {2}ticket: \d+n,\\n {2}characters: 12\\n\}","\[INFO\] 'Opened ticket' 'ID'"\]\}$/,
  );
});

test("messages:send adds a message that messages:list then has", async () => {
  const { customer, ticket } = await openTicket();
  const args = `{"ticket":"${ticket}","author":"${customer}","body":"Any news?"}`;
  const message = await value("/api/mutation", `{"path":"messages:send","args":${args}}`);
  const listed = await messagesOf(ticket);
  expect(listed).toContain(`"_id":"${message}"`);
  expect(listed).toContain('"body":"Any news?"');
});

test("what a failed mutation wrote is not there, nor what the one it called wrote", async () => {
  const customer = await addUser();
  const count = async () => {
    const body = '{"path":"_system/frontend/tableSize","args":{"tableName":"tickets"}}';
    return (await post("/api/query", body, { key: deployment().adminKey })).text;
  };
  const before = await count();
  const args = `{"subject":"Empty","customer":"${customer}","body":" "}`;
  const { text } = await post("/api/mutation", `{"path":"tickets:open","args":${args}}`);
  expect(text).toContain("Uncaught ConvexError: Uncaught ConvexError: A message needs a text");
  expect(text).toContain('"errorData":"A message needs a text"');
  expect(await count()).toBe(before);
});

test("a ticket is closed once, and a second time is a ConvexError with a warning", async () => {
  const { ticket } = await openTicket();
  const close = `{"path":"tickets:close","args":{"ticket":"${ticket}"}}`;
  expect((await post("/api/mutation", close)).text).toBe('{"status":"success","value":null}');
  const again = (await post("/api/mutation", close)).text;
  expect(again).toContain('"errorData":{"code":"ALREADY_CLOSED","number":"');
  expect(again).toContain(`"logLines":["[WARN] 'Ticket was closed before' {`);
});

test("a mutation with a bad format is refused after it was committed", async () => {
  const { customer, ticket } = await openTicket();
  const args = `{"ticket":"${ticket}","author":"${customer}","body":"Sent all the same"}`;
  const { status, text } = await post(
    "/api/mutation",
    `{"path":"messages:send","args":${args},"format":"xml"}`,
  );
  expect([status, text]).toEqual([
    400,
    '{"code":"BadFormat","message":"format param must be one of [`json`]. Got xml"}',
  ]);
  expect(await messagesOf(ticket)).toContain("Sent all the same");
});

test("writes that do not fit the declared schema fail with the server's words", async () => {
  const body =
    '{"path":"_system/frontend/addDocument","args":{"table":"attachments","documents":[{"name":"x"}]}}';
  const { text } = await post("/api/mutation", body, { key: deployment().adminKey });
  expect(text).toContain(
    'Failed to insert or update a document in table \\"attachments\\" because it does not match the schema: Object is missing the required field `contentType`.',
  );
});

test("queries and actions are not run as mutations", async () => {
  const run = async (path: string) => (await post("/api/mutation", `{"path":"${path}","args":{}}`)).text;
  const wrong = (path: string, kind: string) =>
    `{"status":"error","errorMessage":"${errorStart}Trying to execute ${path} as Mutation, but it is defined as ${kind}.\\n"}`;
  expect(await run("messages:list")).toBe(wrong("messages.js:list", "Query"));
  expect(await run("slow:wait")).toBe(wrong("slow.js:wait", "Action"));
});

test("a key without the permission to write is told so, also for system functions", async () => {
  const api = await openDeployment({ keys: [{ secret: "01abcd", isReadOnly: true }] });
  const body = '{"path":"_system/frontend/addDocument","args":{"table":"things","documents":[{}]}}';
  const { status, text } = await call(api, "POST", "/api/mutation", { key: "happy-animal-123|01abcd", body });
  expect(status).toBe(200);
  expect(text).toContain("You do not have permission to perform this operation (");
  await api.close();
});

test("mutations at the same time all count", async () => {
  const { customer, ticket } = await openTicket();
  const send = (body: string) =>
    post(
      "/api/mutation",
      `{"path":"messages:send","args":{"ticket":"${ticket}","author":"${customer}","body":"${body}"}}`,
    );
  const answers = await Promise.all(["one", "two", "three", "four"].map(send));
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
  const listed = await messagesOf(ticket);
  for (const body of ["one", "two", "three", "four"]) expect(listed).toContain(`"body":"${body}"`);
});

test("only POST is answered", async () => {
  const { status, headers, text } = await call(deployment(), "GET", "/api/mutation", { key: null });
  expect([status, text]).toEqual([405, ""]);
  expect(headers.get("allow")).toBe("POST");
});

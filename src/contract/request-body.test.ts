import { expect, test } from "vitest";
import { call } from "./call.ts";
import { openTargets } from "./open-targets.ts";

const { target } = openTargets();
const path = "/api/streaming_import/import_airbyte_records";

async function refusal(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
  const { status, text } = await call(await target(), "POST", path, { body, headers });
  expect(status).toBe(400);
  return text;
}

const parse = "Failed to parse the request body as JSON: ";
const type = "Failed to deserialize the JSON body into the target type: ";
const bad = (message: string) => `{"code":"BadJsonBody","message":${JSON.stringify(message)}}`;

test("a body must say that it is JSON", async () => {
  const expected = bad("Expected request with `Content-Type: application/json`");
  for (const contentType of ["text/plain;charset=UTF-8", "application/octet-stream", "text/json"]) {
    expect(await refusal('{"tables":{},"messages":[]}', { "content-type": contentType })).toBe(expected);
  }
});

test("JSON by any of its names will do", async () => {
  const api = await target();
  for (const contentType of ["application/json; charset=utf-8", "application/ld+json", "Application/JSON"]) {
    const body = '{"tables":{},"messages":[]}';
    const { status } = await call(api, "POST", path, { body, headers: { "content-type": contentType } });
    expect(status).toBe(200);
  }
});

test("text that is no JSON is told with its place", async () => {
  const cases: [string, string][] = [
    ["", "EOF while parsing a value at line 1 column 0"],
    ['{"tables":{},"messages":[x]}', "messages[0]: expected value at line 1 column 26"],
    ['{"tables":{},\n"messages":[],}', "trailing comma at line 2 column 15"],
    ['{"tables":{},"messages":[]} x', "trailing characters at line 1 column 29"],
    ['{"tables":{}', "EOF while parsing an object at line 1 column 12"],
    ['{"tables" {}', "expected `:` at line 1 column 11"],
    ["{tables:{}}", "key must be a string at line 1 column 2"],
    ['\ufeff{"tables":{},"messages":[]}', "expected value at line 1 column 1"],
  ];
  for (const [body, reason] of cases) expect(await refusal(body)).toContain(reason);
});

test("a syntax error inside a value names the path to it", async () => {
  const body = '{"tables":{"u":{"jsonSchema":{}}},"messages":[{"tableName":"u","data":{"a":01}}]}';
  expect(await refusal(body)).toBe(bad(`${parse}messages[0].data.a: invalid number at line 1 column 77`));
});

test("missing fields are told where their object ends", async () => {
  expect(await refusal('{"tables":{}}')).toBe(bad(`${type}missing field \`messages\` at line 1 column 13`));
  expect(await refusal('{"tables":{"u":{}},"messages":[]}')).toBe(
    bad(`${type}tables.u: missing field \`jsonSchema\` at line 1 column 17`),
  );
});

test("columns count bytes", async () => {
  expect(await refusal('{"ü":1,"tables":5}')).toContain("expected a map at line 1 column 18");
});

test("a known field given twice is an error, an unknown one is not", async () => {
  expect(await refusal('{"tables":{},"tables":{},"messages":[]}')).toContain(
    "duplicate field `tables` at line 1 column 21",
  );
  const body = '{"tables":{},"messages":[],"extra":1,"extra":2}';
  expect((await call(await target(), "POST", path, { body })).status).toBe(200);
});

test("half a surrogate pair, which JSON.stringify writes, is refused", async () => {
  const body = (escape: string) =>
    `{"tables":{"u":{"jsonSchema":{}}},"messages":[{"tableName":"u","data":{"a":"${escape}"}}]}`;
  expect(await refusal(body(JSON.stringify("\ud800").slice(1, -1)))).toContain("hex escape");
  expect(await refusal(body("\\ude00"))).toContain("lone leading surrogate in hex escape");
});

test("a number beyond a double is refused", async () => {
  const body = '{"tables":{"u":{"jsonSchema":{}}},"messages":[{"tableName":"u","data":{"a":1e400}}]}';
  expect(await refusal(body)).toContain("messages[0].data.a: number out of range at line 1 column ");
});

test("nesting has an end", async () => {
  const deep = `${"[".repeat(130)}${"]".repeat(130)}`;
  const body = `{"tables":{"u":{"jsonSchema":{}}},"messages":[{"tableName":"u","data":${deep}}]}`;
  expect(await refusal(body)).toContain("recursion limit exceeded at line 1 column ");
});

test("imports take 20 MiB, other bodies 2 MiB, and never answer 413", async () => {
  const tooLong = bad("Failed to buffer the request body: length limit exceeded");
  const pad = (bytes: number, rest: string) => `{"pad":"${"x".repeat(bytes - rest.length - 11)}",${rest}`;
  const importRest = '"tables":{},"messages":[]}';
  const api = await target();
  const fits = pad(20 * 1024 * 1024, importRest);
  expect((await call(api, "POST", path, { body: fits })).status).toBe(200);
  expect(await refusal(pad(20 * 1024 * 1024 + 20, importRest))).toBe(tooLong);
  const body = pad(2 * 1024 * 1024 + 20, '"tableNames":[]}');
  const clear = await call(api, "PUT", "/api/streaming_import/clear_tables", { body });
  expect(clear.status).toBe(400);
  expect(clear.text).toBe(tooLong);
});

test("a compressed body is not unpacked", async () => {
  const stream = new Blob(['{"tables":{},"messages":[]}'])
    .stream()
    .pipeThrough(new CompressionStream("gzip"));
  const body = new Uint8Array(await new Response(stream).arrayBuffer());
  expect(await refusal(body, { "content-encoding": "gzip" })).toMatch(
    /^{"code":"BadJsonBody","message":"Failed to parse/,
  );
});

import { expect, test } from "vitest";
import { call } from "./call.ts";
import { openTargets } from "./open-targets.ts";

const { target } = openTargets();
const path = "/api/streaming_import/replace_tables";

test("nobody may replace tables, with a key or without", async () => {
  const api = await target();
  for (const key of [api.adminKey, null]) {
    const { status, text } = await call(api, "POST", path, { key, body: '{"tableNames":{"a":"b"}}' });
    expect(status).toBe(400);
    expect(text).toBe(
      '{"code":"OverwriteNotSupported","message":"Overwrite sync mode is not supported. Please use a different sync mode."}',
    );
  }
});

test("a wrong key and a wrong body are told first", async () => {
  const api = await target();
  expect((await call(api, "POST", path, { key: "x|00", body: '{"tableNames":{}}' })).status).toBe(401);
  const { text } = await call(api, "POST", path, { body: '{"tableNames":[]}' });
  expect(text).toBe(
    '{"code":"BadJsonBody","message":"Failed to deserialize the JSON body into the target type: tableNames: invalid type: sequence, expected a map at line 1 column 14"}',
  );
});

import { expect, test } from "vitest";
import { addRecords, badDeployKey, call } from "./call.ts";
import { embeddedTest } from "./target.ts";
import { openTargets } from "./open-targets.ts";

/** The table these tests write and clear. */
const table = "deltascope_contract_columns";
const { target, embedded } = openTargets(table);
const path = "/api/get_table_column_names";

test("columns are the fields seen, sorted; an empty table has the system's only", async () => {
  const api = await target();
  await addRecords(api, table, ['{"name":"Ann","Zed":1}', '{"age":1}']);
  const { status, text } = await call(api, "GET", path);
  expect(status).toBe(200);
  expect(text).toContain(
    '{"name":"deltascope_contract_columns","columns":["Zed","_creationTime","_id","age","name"]}',
  );
});

embeddedTest("tables are listed by component, and a deployment without tables has none", async () => {
  const empty = await embedded({ hasSchema: false });
  expect((await call(empty, "GET", path)).text).toBe('{"byComponent":{}}');
  await addRecords(empty, "b_table", ["{}"]);
  await addRecords(empty, "a_table", ['{"odd name":1}']);
  expect((await call(empty, "GET", path)).text).toBe(
    '{"byComponent":{"":[{"name":"a_table","columns":["_creationTime","_id"]},{"name":"b_table","columns":["_creationTime","_id"]}]}}',
  );
});

test("nobody without a deploy key may see columns", async () => {
  const { status, text } = await call(await target(), "GET", path, { key: null });
  expect(status).toBe(403);
  expect(text).toBe(badDeployKey);
});

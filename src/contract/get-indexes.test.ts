import { expect, test } from "vitest";
import { badDeployKey, call } from "./call.ts";
import { embeddedTest } from "./target.ts";
import { openTargets } from "./open-targets.ts";

const { target, embedded } = openTargets();
const path = "/api/get_indexes";

embeddedTest("declared indexes are listed, hidden ones are not", async () => {
  const schema =
    '{"tables":[{"tableName":"a","indexes":[{"indexDescriptor":"by_n","fields":["n"]}],"documentType":null}],"schemaValidation":true}';
  const api = await embedded({ schema });
  await call(api, "PUT", "/api/streaming_import/add_primary_key_indexes", {
    body: '{"indexes":{"a":[["n"]]}}',
  });
  const { status, text } = await call(api, "GET", path);
  expect(status).toBe(200);
  expect(text).toBe(
    '{"indexes":[{"table":"a","name":"by_n","fields":["n","_creationTime"],"backfill":{"state":"done"}}]}',
  );
});

test("nobody without a deploy key may see them", async () => {
  const { status, text } = await call(await target(), "GET", path, { key: null });
  expect(status).toBe(403);
  expect(text).toBe(badDeployKey);
});

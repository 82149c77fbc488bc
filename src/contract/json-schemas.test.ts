import { expect, test } from "vitest";
import { addRecords, badDeployKey, call } from "./call.ts";
import { embeddedTest } from "./target.ts";
import { openTargets } from "./open-targets.ts";

/** The table these tests write and clear. */
const table = "deltascope_contract_schemas";
const { target, embedded } = openTargets(table);
const path = "/api/json_schemas";

/** The text of one table's schema. Tables follow one another in no order one could rely on. */
function schemaOf(text: string, name: string): string {
  const start = text.indexOf(`"${name}":{"type":"object"`) + name.length + 3;
  const end = text.indexOf('"$schema":"http://json-schema.org/draft-07/schema#"}', start);
  return text.slice(start, end + '"$schema":"http://json-schema.org/draft-07/schema#"}'.length);
}

test("a table is described by its documents: fields missing in some are not required", async () => {
  const api = await target();
  await addRecords(api, table, ['{"name":"Ann","age":1}', '{"name":"Bo","age":null}', '{"name":"Cy"}']);
  const { status, text } = await call(api, "GET", `${path}?deltaSchema=true&format=json`);
  expect(status).toBe(200);
  expect(schemaOf(text, table)).toBe(
    '{"type":"object","properties":{"_creationTime":{"type":"number"},"_id":{"$description":"Id(deltascope_contract_schemas)","type":"string"},"age":{"anyOf":[{"type":"null"},{"type":"number"}]},"name":{"type":"string"},"_table":{"type":"string"},"_component":{"type":"string"},"_ts":{"type":"integer"},"_deleted":{"type":"boolean"}},"additionalProperties":false,"required":["_creationTime","_id","name"],"$schema":"http://json-schema.org/draft-07/schema#"}',
  );
});

test("without the delta schema the fields of deltas are not described", async () => {
  const api = await target();
  await addRecords(api, table, ['{"a":[],"o":{"x":true}}']);
  const { text } = await call(api, "GET", path);
  expect(schemaOf(text, table)).toBe(
    '{"type":"object","properties":{"_creationTime":{"type":"number"},"_id":{"$description":"Id(deltascope_contract_schemas)","type":"string"},"a":{"type":"array","items":false},"o":{"type":"object","properties":{"x":{"type":"boolean"}},"additionalProperties":false,"required":["x"]}},"additionalProperties":false,"required":["_creationTime","_id","a","o"],"$schema":"http://json-schema.org/draft-07/schema#"}',
  );
});

embeddedTest("an empty table hides its declared fields", async () => {
  const { text } = await call(await embedded(), "GET", path);
  expect(schemaOf(text, "users")).toBe(
    '{"type":"object","properties":{"_creationTime":{"type":"number"},"_id":{"$description":"Id(users)","type":"string"}},"additionalProperties":false,"required":["_creationTime","_id"],"$schema":"http://json-schema.org/draft-07/schema#"}',
  );
});

async function leaves(format: string): Promise<string> {
  const api = await embedded({ hasSchema: false });
  const transaction = api.store.begin();
  const owner = transaction.insert("owners", {});
  const values = {
    i: 5n,
    b: Uint8Array.of(1),
    n: Number.NaN,
    f: 1.5,
    u: 1n,
    id: owner,
    r: { "odd name": 1 },
  };
  transaction.insert(table, values);
  transaction.insert(table, { ...values, n: 1, u: "x" });
  transaction.commit();
  const { text } = await call(api, "GET", `${path}?format=${format}`);
  return /"properties":(.*),"additionalProperties"/.exec(schemaOf(text, table))?.[1] ?? "";
}

embeddedTest("clean leaves: strings stand for what JSON has not", async () => {
  expect(await leaves("json")).toBe(
    '{"_creationTime":{"type":"number"},"_id":{"$description":"Id(deltascope_contract_schemas)","type":"string"},"b":{"$description":"base64 bytes","type":"string"},"f":{"type":"number"},"i":{"$description":"int64 represented as base10 string","type":"string"},"id":{"$description":"Id(owners)","type":"string"},"n":{"$description":"float64","anyOf":[{"type":"number"},{"type":"string","$description":"-inf, inf, or NaN"}]},"r":{},"u":{"anyOf":[{"$description":"int64 represented as base10 string","type":"string"},{"type":"string"}]}}',
  );
});

embeddedTest("encoded leaves are wrapped", async () => {
  const text = await leaves("convex_encoded_json");
  expect(text).toContain(
    '"i":{"$description":"int64","type":"object","properties":{"$integer":{"$description":"int64 -> little-endian -> base64","type":"string"}}}',
  );
  expect(text).toContain(
    '"b":{"type":"object","$description":"base64 bytes","properties":{"$bytes":{"type":"string"}}}',
  );
  expect(text).toContain(
    '{"type":"object","$description":"-0, -inf, inf, or NaN","properties":{"$float":{"$description":"float64 -> little-endian -> base64","type":"string"}}}',
  );
});

embeddedTest("exported leaves have bare integers", async () => {
  const text = await leaves("export_json");
  expect(text).toContain('"i":{"$description":"int64","type":"number"}');
  expect(text).toContain('{"type":"object","$description":"-inf, inf, or NaN","properties":{"$float":');
});

embeddedTest("what no document shows any more is no longer described", async () => {
  const api = await embedded();
  const transaction = api.store.begin();
  const id = transaction.insert(table, { gone: "x", n: null });
  transaction.insert(table, { n: 1 });
  transaction.commit();
  const removing = api.store.begin();
  removing.remove(id);
  removing.commit();
  const schema = schemaOf((await call(api, "GET", path)).text, table);
  expect(schema).not.toContain("gone");
  expect(schema).toContain('"n":{"type":"number"}');
});

embeddedTest(
  "an id is described by its table; one of a table that is not there is a plain string",
  async () => {
    const api = await embedded({ hasSchema: false });
    // The number in the one id is that of the first table, which is this one; in the other it is a far later one's.
    const [here, nowhere] = ["j57000820c20a1g7104gm2rc1m70ynr8", "q5g000820c20a1g7104gm2rc1m70z48a"];
    await addRecords(api, table, [
      `{"here":"${here}","both":"${here}","gone":"${nowhere}"}`,
      `{"here":"${here}","both":"${nowhere}","gone":"${nowhere}"}`,
    ]);
    const schema = schemaOf((await call(api, "GET", path)).text, table);
    expect(schema).toContain('"here":{"$description":"Id(deltascope_contract_schemas)","type":"string"}');
    expect(schema).toContain('"both":{"type":"string"},"gone":{"type":"string"}');
  },
);

embeddedTest(
  "a field with an odd name needs a declared schema, and without one fails the whole call",
  async () => {
    const bare = await embedded({ hasSchema: false });
    await addRecords(bare, "fine", ["{}"]);
    await addRecords(bare, table, ['{"first name":"Ann"}']);
    const none = await call(bare, "GET", path);
    expect(none.status).toBe(400);
    expect(none.text).toBe(
      '{"code":"NoSchemaForExport","message":"There is no active schema, which is needed for streaming export."}',
    );
    const declared = await embedded();
    await addRecords(declared, table, ['{"first name":"Ann"}']);
    const other = await call(declared, "GET", path);
    expect(other.status).toBe(400);
    expect(other.text).toBe(
      '{"code":"NoTableDefinitionForExport","message":"The table \\"deltascope_contract_schemas\\" does not have a schema, which is needed for streaming export."}',
    );
  },
);

embeddedTest("more than 64 fields need a declared schema", async () => {
  const api = await embedded({ hasSchema: false });
  const wide = (from: number, count: number) =>
    JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, n) => [`f${from + n}`, 1])));
  await addRecords(api, table, [wide(0, 64)]);
  expect((await call(api, "GET", path)).status).toBe(200);
  await addRecords(api, table, [wide(64, 1)]);
  expect((await call(api, "GET", path)).status).toBe(400);
});

function withDeclared(documentType: object): string {
  return JSON.stringify({
    tables: [{ tableName: table, indexes: [], searchIndexes: [], documentType }],
    schemaValidation: false,
  });
}

embeddedTest(
  "a declared schema stands in where documents are too varied, its records malformed",
  async () => {
    const field = (fieldType: object, optional = false) => ({ fieldType, optional });
    const schema = withDeclared({
      type: "object",
      value: {
        name: field({ type: "string" }),
        n: field({ type: "number" }, true),
        tags: field({ type: "record", keys: { type: "string" }, values: field({ type: "bigint" }) }),
      },
    });
    const api = await embedded({ schema });
    await addRecords(api, table, ['{"odd name":1}']);
    const { text } = await call(api, "GET", path);
    expect(schemaOf(text, table)).toBe(
      '{"type":"object","properties":{"_creationTime":{"type":"number"},"_id":{"$description":"Id(deltascope_contract_schemas)","type":"string"},"n":{"$description":"float64","anyOf":[{"type":"number"},{"type":"string","$description":"-inf, inf, or NaN"}]},"name":{"type":"string"},"tags":{"type":"object","$description":"Record with keys of type v.string()","additionalProperties":{"type":{"$description":"int64 represented as base10 string","type":"string"}}}},"additionalProperties":false,"required":["_creationTime","_id","name","tags"],"$schema":"http://json-schema.org/draft-07/schema#"}',
    );
  },
);

embeddedTest("a declared union of objects cannot stand in", async () => {
  const schema = withDeclared({
    type: "union",
    value: [
      { type: "object", value: {} },
      { type: "object", value: {} },
    ],
  });
  const api = await embedded({ schema });
  await addRecords(api, table, ['{"odd name":1}']);
  const { status, text } = await call(api, "GET", path);
  expect(status).toBe(400);
  expect(text).toBe(
    '{"code":"UnsupportedSchemaForExport","message":"Schema for table \\"deltascope_contract_schemas\\" contains a union of object types, which is unsupported for streaming export"}',
  );
});

embeddedTest("tables can be given by component", async () => {
  const { text } = await call(await embedded(), "GET", `${path}?byComponent=true`);
  expect(text).toMatch(/^{"":{"[a-z]+":{"type":"object"/);
});

test("booleans are true or false and nothing else", async () => {
  const api = await target();
  for (const query of ["deltaSchema=1", "deltaSchema", "deltaSchema=", "byComponent=TRUE"]) {
    const { status, text } = await call(api, "GET", `${path}?${query}`);
    expect(status).toBe(400);
    expect(text).toBe(
      `{"code":"BadQueryArgs","message":"Failed to deserialize query string: ${query.split("=")[0]}: provided string was not \`true\` or \`false\`"}`,
    );
  }
});

test("nobody without a deploy key may see schemas", async () => {
  const { status, text } = await call(await target(), "GET", path, { key: null });
  expect(status).toBe(403);
  expect(text).toBe(badDeployKey);
});

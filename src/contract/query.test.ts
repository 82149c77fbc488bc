import { expect, test } from "vitest";
import { call } from "./call.ts";
import { errorStart, requestId, sampleTarget } from "./sample-target.ts";
import { openDeployment } from "./target.ts";

const { deployment, post, addUser } = sampleTarget();

const query = async (path: string, args = "{}", more = "") => {
  const { status, text } = await post("/api/query", `{"path":"${path}","args":${args}${more}}`);
  expect(status).toBe(200);
  return text;
};
const failure = (message: string) => `{"status":"error","errorMessage":"${errorStart}${message}\\n"}`;

test("a success has its value and, without log lines, nothing else", async () => {
  expect(await query("users:list", '{"role":"admin"}')).toBe('{"status":"success","value":[]}');
});

test("the clean format loses types, prints floats with a point and keeps what is not ASCII", async () => {
  expect(await query("values:everyType", "{}", ',"format":"json"')).toBe(
    '{"status":"success","value":{"array":[1.0,"two","3",null,[true,[]]],"beyondDouble":"9007199254740993","bytes":"AAF/gP7/","emptyArray":[],"emptyBytes":"","emptyObject":{},"emptyString":"","false":false,"float":3.141592653589793,"huge":1.7976931348623157e308,"infinity":"Infinity","int64":"42","largestInt64":"9223372036854775807","minusInfinity":"-Infinity","negativeZero":-0.0,"notANumber":"NaN","null":null,"object":{"a name with spaces":1.0,"nested":{"deeper":{"deepest":["here"]}}},"smallestInt64":"-9223372036854775808","string":"Grüße, 世界 👋\\nsecond line\\t\\"quoted\\"","tiny":5e-324,"true":true,"wholeFloat":42.0}}',
  );
});

test("the encoded format loses nothing", async () => {
  const text = await query("values:everyType", "{}", ',"format":"convex_encoded_json"');
  for (const part of [
    '"int64":{"$integer":"KgAAAAAAAAA="}',
    '"beyondDouble":{"$integer":"AQAAAAAAIAA="}',
    '"notANumber":{"$float":"AAAAAAAA+H8="}',
    '"infinity":{"$float":"AAAAAAAA8H8="}',
    '"minusInfinity":{"$float":"AAAAAAAA8P8="}',
    '"negativeZero":{"$float":"AAAAAAAAAIA="}',
    '"bytes":{"$bytes":"AAF/gP7/"}',
    '"wholeFloat":42.0',
  ]) {
    expect(text).toContain(part);
  }
});

test("the export format prints integers bare", async () => {
  const text = await query("values:everyType", "{}", ',"format":"export_json"');
  expect(text).toContain('"largestInt64":9223372036854775807,');
  expect(text).toContain('"negativeZero":-0.0');
  expect(text).toContain('"notANumber":{"$float":"AAAAAAAA+H8="}');
});

test("a format that does not exist is refused", async () => {
  const { status, text } = await post("/api/query", '{"path":"users:list","args":{},"format":"xml"}');
  expect([status, text]).toEqual([
    400,
    '{"code":"BadFormat","message":"format param must be one of [`json`]. Got xml"}',
  ]);
});

test("old clients get the encoded format unless they ask for another", async () => {
  const body = '{"path":"values:echo","args":{"value":{"$integer":"KgAAAAAAAAA="}}}';
  const as = async (client: string) =>
    (await post("/api/query", body, { headers: { "convex-client": client } })).text;
  expect(await as("npm-1.4.0")).toBe('{"status":"success","value":{"$integer":"KgAAAAAAAAA="}}');
  expect(await as("npm-1.4.1")).toBe('{"status":"success","value":"42"}');
  expect(await as("deltascope-0.1.0")).toBe('{"status":"success","value":"42"}');
});

test("arguments are read as encoded values, and every JSON number is a float", async () => {
  const echo = (value: string) =>
    query("values:echo", `{"value":${value}}`, ',"format":"convex_encoded_json"');
  expect(await echo("9007199254740993")).toBe('{"status":"success","value":9007199254740992.0}');
  expect(await echo('"42"')).toBe('{"status":"success","value":"42"}');
  expect(await echo('{"$integer":"AQAAAAAAIAA="}')).toBe(
    '{"status":"success","value":{"$integer":"AQAAAAAAIAA="}}',
  );
  expect(await echo('{"$float":"AAAAAAAA+H8="}')).toBe(
    '{"status":"success","value":{"$float":"AAAAAAAA+H8="}}',
  );
});

test("arguments that are no Convex values fail with the reason", async () => {
  expect(await query("values:echo", '{"value":{"$foo":1,"x":2}}')).toBe(
    failure("Invalid arguments for values.js:echo: Field name $foo starts with '$', which is reserved."),
  );
  expect(await query("values:echo", '{"value":{"$float":"AAAAAAAA8D8="}}')).toBe(
    failure("Invalid arguments for values.js:echo: Float64 1 should be encoded as a number"),
  );
  expect(await query("values:echo", `{"value":${"[".repeat(200)}${"]".repeat(200)}}`)).toBe(
    failure("Invalid arguments provided"),
  );
});

test("a list with one object stands for the object, any other list or value does not", async () => {
  expect(await query("users:list", '[{"role":"admin"}]')).toBe('{"status":"success","value":[]}');
  expect(await query("users:list", "[]")).toBe(
    failure(
      "ArgumentValidationError: Expected to receive a single object as the function's argument. Instead received 0 arguments: []",
    ),
  );
  expect(await query("users:list", "5")).toBe(
    failure(
      "ArgumentValidationError: Expected to receive an object as the function's argument. Instead received: 5.0",
    ),
  );
});

test("arguments that do not fit the validator fail with the server's words", async () => {
  expect(await query("users:get")).toBe(
    failure(
      'ArgumentValidationError: Object is missing the required field `id`. Consider wrapping the field validator in `v.optional(...)` if this is expected.\\n\\nObject: {}\\nValidator: v.object({id: v.id(\\"users\\")})',
    ),
  );
  expect(await query("users:list", '{"limit":1,"more":"x"}')).toBe(
    failure(
      'ArgumentValidationError: Object contains extra field `more` that is not in the validator.\\n\\nObject: {limit: 1.0, more: \\"x\\"}\\nValidator: v.object({limit: v.optional(v.float64()), role: v.optional(v.union(v.literal(\\"customer\\"), v.literal(\\"agent\\"), v.literal(\\"admin\\")))})',
    ),
  );
  expect(await query("users:list", '{"limit":"one"}')).toBe(
    failure(
      'ArgumentValidationError: Value does not match validator.\\nPath: .limit\\nValue: \\"one\\"\\nValidator: v.float64()',
    ),
  );
  const user = await addUser();
  expect(await query("messages:list", `{"ticket":"${user}"}`)).toBe(
    failure(
      `ArgumentValidationError: Found ID \\"${user}\\" from table \`users\`, which does not match the table name in validator \`v.id(\\"tickets\\")\`.Path: .ticket`,
    ),
  );
});

test("a result that does not fit its validator fails", async () => {
  expect(await query("errors:returnsValidator")).toBe(
    failure(
      "ReturnsValidationError: Value does not match validator.\\nPath: .oldest\\nValue: 17.0\\nValidator: v.string()",
    ),
  );
});

test("a thrown error comes with its frames and the lines logged before", async () => {
  const text = await query("errors:thrown");
  expect(text.replace(/errors\.ts:\d+:\d+/, "errors.ts:L:C")).toBe(
    `{"status":"error","errorMessage":"${errorStart}Uncaught Error: The ticket could not be assigned: nobody is on duty\\n    at handler (../convex/errors.ts:L:C)\\n","logLines":["[LOG] 'about to fail'"]}`,
  );
});

test("a ConvexError brings its data in the format that was asked for", async () => {
  const clean = await query("errors:convexError");
  expect(clean).toContain("Uncaught ConvexError: {");
  expect(clean).toContain(
    '"errorData":{"code":"PLAN_LIMIT_REACHED","features":["attachments","reports"],"limit":"25","remaining":0.0,"retryAfterHours":"Infinity"}',
  );
  expect(await query("errors:convexError", "{}", ',"format":"convex_encoded_json"')).toContain(
    '"limit":{"$integer":"GQAAAAAAAAA="},"remaining":0.0,"retryAfterHours":{"$float":"AAAAAAAA8H8="}',
  );
});

test("log lines carry their level, quote strings and break objects over lines", async () => {
  expect(await query("logs:everyLevel")).toBe(
    `{"status":"success","value":null,"logLines":["[LOG] 'hello' 1 -0 10n null undefined","[DEBUG] {\\n  a: 1,\\n  b: 'x',\\n  nested: {\\n    list: [ 1, 2, 3 ],\\n    empty: {}\\n  }\\n}","[INFO] 'Looked up' 3 'tickets' [ 1, 2, 3 ]","[WARN] 'This ticket has waited for' {\\n  hours: 26.5\\n}","[ERROR] 'not thrown, only logged'"]}`,
  );
});

test("there are at most 256 log lines, the last of which says so", async () => {
  const lines = (text: string) => (JSON.parse(text) as { logLines: string[] }).logLines;
  expect(lines(await query("logs:many", '{"count":255}'))).toHaveLength(255);
  const cut = lines(await query("logs:many", '{"count":1000}'));
  expect(cut).toHaveLength(256);
  expect(cut.slice(254)).toEqual([
    "[LOG] 'line 255 of 1000'",
    "[ERROR] Log overflow (maximum 256). Remaining log lines omitted.",
  ]);
});

test("an endless function is ended after a second, and nobody waits for it", async () => {
  const order: string[] = [];
  const endless = query("errors:endless").then((text) => {
    order.push("endless");
    return text;
  });
  expect(await query("users:list", '{"role":"admin"}')).toBe('{"status":"success","value":[]}');
  order.push("other");
  expect(await endless).toBe(
    `{"status":"error","errorMessage":"${errorStart}Function execution timed out (maximum duration: 1s)\\n","logLines":["[LOG] 'this will never end'"]}`,
  );
  expect(order).toEqual(["other", "endless"]);
});

test("a result may have 16 MiB and no more", async () => {
  expect(await query("big:result", '{"bytes":16777214}')).toHaveLength(16_777_214 + 31);
  expect(await query("big:result", '{"bytes":20971518}')).toBe(
    failure("Function big.js:result return value is too large (actual: 20 MiB, limit: 16 MiB)"),
  );
});

test("a function that is not there, or internal, cannot be found", async () => {
  expect(await query("messages:nope")).toBe(failure("Could not find public function for 'messages:nope'."));
  expect(await query("messages.js:nope")).toBe(
    failure("Could not find public function for 'messages:nope'."),
  );
  expect(await query("nothing/here")).toBe(failure("Could not find public function for 'nothing/here'."));
  expect(await query("maintenance:ticketsByStatus")).toBe(
    failure("Could not find public function for 'maintenance:ticketsByStatus'."),
  );
});

test("an admin key reaches internal functions, acting as a user too", async () => {
  const body = '{"path":"maintenance:ticketsByStatus","args":{}}';
  const { adminKey } = deployment();
  const counts = '{"status":"success","value":{"closed":0.0,"open":0.0,"pending":0.0}}';
  expect((await post("/api/query", body, { key: adminKey })).text).toBe(counts);
  const identity = btoa('{"issuer":"https://id.example","subject":"ann"}');
  expect((await post("/api/query", body, { key: `${adminKey}:${identity}` })).text).toBe(counts);
});

test("a function of another kind is not run", async () => {
  expect(await query("messages:send")).toBe(
    failure("Trying to execute messages.js:send as Query, but it is defined as Mutation."),
  );
});

test("default exports and sub-folders have their paths", async () => {
  const healthy = '{"status":"success","value":{"hasTickets":false,"ok":true}}';
  expect(await query("health")).toBe(healthy);
  expect(await query("health:default")).toBe(healthy);
  expect(await query("reports/daily:summary")).toContain('"status":"success"');
  expect(await query("reports/daily.js:summary")).toContain(
    "\"logLines\":[\"[INFO] 'Counted' 0 'messages'\"]",
  );
});

test("a path that is none is refused with the reason", async () => {
  const refused = async (path: string) => {
    const { status, text } = await post("/api/query", JSON.stringify({ path, args: {} }));
    const { code, message } = JSON.parse(text) as { code: string; message: string };
    return [status, code, message];
  };
  const bad = (path: string, reason: string) => [
    400,
    "BadConvexFunctionIdentifier",
    `${path} is not a valid path to a Convex function. ${reason}`,
  ];
  expect(await refused("/messages:list")).toEqual(
    bad("/messages:list", "Module paths must be relative (/messages is absolute)."),
  );
  expect(await refused("")).toEqual(bad("", "Module path  doesn't have a filename."));
  expect(await refused("api.messages.list")).toEqual(
    bad("api.messages.list", "Module path (api.messages.list) has an extension that isn't 'js'."),
  );
  expect(await refused("a-b:list")).toEqual(
    bad(
      "a-b:list",
      "Path component a-b.js can only contain alphanumeric characters, underscores, or periods.",
    ),
  );
  expect(await refused("messages:")).toEqual(bad("messages:", "Identifier cannot be empty"));
});

test("GET is there and can only fail", async () => {
  const get = async (search: string) => {
    const { status, text } = await call(deployment(), "GET", `/api/query${search}`, { key: null });
    return `${status} ${text}`;
  };
  expect(await get("?path=users:list&args=%7B%7D&format=json")).toBe(
    '400 {"code":"BadQueryArgs","message":"Failed to deserialize query string: args: invalid type: newtype struct, expected any valid JSON value"}',
  );
  expect(await get("?path=users:list")).toBe(
    '400 {"code":"BadQueryArgs","message":"Failed to deserialize query string: missing field `args`"}',
  );
});

test("the body is checked before the path, the path before the key, and the header's form before all", async () => {
  const codes = async (body: string, headers: Record<string, string>) => {
    const { status, text } = await post("/api/query", body, { headers });
    return `${status} ${(JSON.parse(text) as { code: string }).code}`;
  };
  const badPath = '{"path":"/x:y","args":{}}';
  expect(await codes('{"path":"/x:y"}', { authorization: "Basic abcdefg" })).toBe("400 InvalidAdminKey");
  expect(await codes('{"path":"/x:y"}', { authorization: "Convex wrong|01" })).toBe("400 BadJsonBody");
  expect(await codes(badPath, { authorization: "Convex wrong|01" })).toBe("400 BadConvexFunctionIdentifier");
  const good = '{"path":"x:y","args":{}}';
  expect(await codes(good, { authorization: "Convex wrong|01" })).toBe("401 BadAdminKey");
  expect(await codes(good, { authorization: "Bearer nonsense" })).toMatch(/^401 /);
  expect(await codes(good, { "convex-client": "nohyphen" })).toBe("400 InvalidClientVersion");
});

test("a body without arguments, or of another type, is refused", async () => {
  const { status, text } = await post("/api/query", '{"path":"a:b"}');
  expect([status, text]).toEqual([
    400,
    '{"code":"BadJsonBody","message":"Failed to deserialize the JSON body into the target type: missing field `args` at line 1 column 14"}',
  ]);
  const plain = await post("/api/query", "{}", { headers: { "content-type": "text/plain" } });
  expect([plain.status, plain.text]).toEqual([
    400,
    '{"code":"BadJsonBody","message":"Expected request with `Content-Type: application/json`"}',
  ]);
});

test("a body over 16 MiB and 2000 bytes is refused", async () => {
  const body = (size: number) => `{"path":"values:echo","args":{"value":"${"x".repeat(size - 42)}"}}`;
  expect(body(100)).toHaveLength(100);
  const { status, text } = await post("/api/query", body(16 * 1024 * 1024 + 2001));
  expect([status, text]).toEqual([
    400,
    '{"code":"BadJsonBody","message":"Failed to buffer the request body: length limit exceeded"}',
  ]);
  const argsTooLarge = await post("/api/query", body(16 * 1024 * 1024 + 2000));
  expect(argsTooLarge.text).toBe(
    failure("Arguments for values.js:echo are too large (actual: 16 MiB, limit: 16 MiB)"),
  );
});

test("without a request id of its own a request gets one of 16 hexadecimal digits", async () => {
  const body = '{"path":"messages:nope","args":{}}';
  const { text } = await call(deployment(), "POST", "/api/query", { key: null, body });
  expect(text).toMatch(/"errorMessage":"\[Request ID: [0-9a-f]{16}\] Server Error\\n/);
});

test("system functions are for admins who are themselves", async () => {
  const body = '{"path":"_system/frontend/getVersion","args":{}}';
  const refused = failure("Operation query not permitted");
  expect((await post("/api/query", body)).text).toBe(refused);
  const { adminKey } = deployment();
  const identity = btoa('{"issuer":"https://id.example","subject":"ann"}');
  expect((await post("/api/query", body, { key: `${adminKey}:${identity}` })).text).toBe(refused);
  expect((await post("/api/query", body, { key: adminKey })).text).toContain('"status":"success"');
});

test("the specification names every function, its kind, its visibility and its validators", async () => {
  const body = '{"path":"_system/cli/modules:apiSpec","args":{}}';
  const { text } = await post("/api/query", body, { key: deployment().adminKey });
  const { value } = JSON.parse(text) as { value: { identifier: string; visibility: { kind: string } }[] };
  expect(value.map((each) => each.identifier).sort()).toEqual([
    "big.js:result",
    "errors.js:convexError",
    "errors.js:endless",
    "errors.js:returnsValidator",
    "errors.js:thrown",
    "health.js:default",
    "logs.js:everyLevel",
    "logs.js:many",
    "maintenance.js:ticketsByStatus",
    "messages.js:list",
    "messages.js:send",
    "reports/daily.js:summary",
    "slow.js:wait",
    "tickets.js:close",
    "tickets.js:list",
    "tickets.js:open",
    "users.js:get",
    "users.js:list",
    "values.js:echo",
    "values.js:everyType",
  ]);
  expect(value.filter((each) => each.visibility.kind === "internal")).toHaveLength(1);
  expect(text).toContain(
    '{"args":{"type":"object","value":{"author":{"fieldType":{"tableName":"users","type":"id"},"optional":false},"body":{"fieldType":{"type":"string"},"optional":false},"ticket":{"fieldType":{"tableName":"tickets","type":"id"},"optional":false}}},"functionType":"Mutation","identifier":"messages.js:send","returns":{"tableName":"messages","type":"id"},"visibility":{"kind":"public"}}',
  );
});

test("a deployment that redacts tells the request id only, but still the data of a ConvexError", async () => {
  const redacting = await openDeployment({ redactsErrors: true });
  const send = async (path: string) =>
    (
      await call(redacting, "POST", "/api/query", {
        body: `{"path":"${path}","args":{}}`,
        headers: { "convex-request-id": requestId },
      })
    ).text;
  expect(await send("errors:thrown")).toBe(
    `{"status":"error","errorMessage":"[Request ID: ${requestId}] Server Error"}`,
  );
  expect(await send("errors:convexError")).toContain(
    `"errorMessage":"[Request ID: ${requestId}] Server Error","errorData":{"code":"PLAN_LIMIT_REACHED"`,
  );
  expect(await send("logs:everyLevel")).toBe('{"status":"success","value":null}');
  await redacting.close();
});

test("a deployment may answer 404 for functions that are not there", async () => {
  const strict = await openDeployment({ hasNotFoundStatus: true });
  const send = async (path: string) => {
    const body = `{"path":"${path}","args":{}}`;
    const { status, text } = await call(strict, "POST", "/api/query", { body });
    return `${status} ${text}`;
  };
  expect(await send("messages:nope")).toBe(
    '404 {"code":"FunctionPathNotFound","message":"Could not find public function for \'messages:nope\'."}',
  );
  expect(await send("messages:send")).toBe(
    '404 {"code":"FunctionPathWrongType","message":"Trying to execute messages.js:send as Query, but it is defined as Mutation."}',
  );
  await strict.close();
});

test("a paused deployment runs system functions only", async () => {
  const paused = await openDeployment({ state: "paused" });
  const send = async (path: string) => {
    const body = `{"path":"${path}","args":{}}`;
    return (await call(paused, "POST", "/api/query", { body })).text;
  };
  expect(await send("users:list")).toContain(
    "Cannot run functions while this deployment is paused. Resume the deployment in the dashboard settings to allow functions to run.\\n",
  );
  expect(await send("_system/frontend/deploymentState:deploymentState")).toBe(
    '{"status":"success","value":{"state":"paused"}}',
  );
  await paused.close();
});

test("browsers may read answers and errors", async () => {
  const headers = { origin: "https://dashboard.example" };
  const good = await post("/api/query", '{"path":"users:list","args":{}}', { headers });
  expect(good.headers.get("access-control-allow-origin")).toBe("https://dashboard.example");
  const bad = await post("/api/query", '{"path":"/x","args":{}}', { headers });
  expect(bad.status).toBe(400);
  expect(bad.headers.get("access-control-allow-origin")).toBe("https://dashboard.example");
});

import { expect, test } from "vitest";
import type { FaultKind } from "#deployment/faults.ts";
import { call } from "./call.ts";
import { embeddedTest } from "./target.ts";
import { openTargets } from "./open-targets.ts";

const { target, embedded } = openTargets();
const path = "/api/streaming_import/import_airbyte_records";
const body = '{"tables":{"t":{"jsonSchema":{}}},"messages":[{"tableName":"t","data":{}}]}';

const withFault = (fault: FaultKind, rate = 1) => embedded({ faults: [{ ...fault, path, rate }] });

type Api = Awaited<ReturnType<typeof withFault>>;
const written = (api: Api) => api.store.tableNamed("t")?.summary.object?.count ?? 0;
const send = (api: Api) => call(api, "POST", path, { body });

test("no refusal says when to try again", async () => {
  const { status, headers } = await call(await target(), "GET", "/api/list_snapshot?snapshot=-1");
  expect(status).toBe(500);
  expect(headers.get("retry-after")).toBeNull();
});

embeddedTest("a dropped connection before the work leaves nothing, after it the commit", async () => {
  const before = await withFault({ kind: "drop-before" });
  await expect(send(before)).rejects.toThrow(TypeError);
  expect(written(before)).toBe(0);
  const after = await withFault({ kind: "drop-after" });
  await expect(send(after)).rejects.toThrow(TypeError);
  expect(written(after)).toBe(1);
});

embeddedTest("a status before the work leaves nothing, after it the commit", async () => {
  const before = await withFault({ kind: "status-before", status: 503 });
  expect((await send(before)).status).toBe(503);
  expect(written(before)).toBe(0);
  const after = await withFault({ kind: "status-after", status: 500 });
  expect((await send(after)).text).toMatch(/^{"code":"InternalServerError"/);
  expect(written(after)).toBe(1);
});

embeddedTest("429 and 503 can be read by a page, the timeout cannot", async () => {
  const headers = { origin: "https://page.test" };
  for (const [status, code] of [
    [429, "TooManyConcurrentRequests"],
    [503, "CommitterFullError"],
  ] as const) {
    const api = await withFault({ kind: "status-before", status });
    const answer = await call(api, "POST", path, { body, headers });
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(`"code":"${code}"`);
    expect(answer.headers.get("access-control-allow-origin")).toBe("https://page.test");
    expect(answer.headers.get("retry-after")).toBeNull();
  }
  const timeout = await withFault({ kind: "status-after", status: 408 });
  const answer = await call(timeout, "POST", path, { body, headers });
  expect(answer.status).toBe(408);
  expect(answer.text).toBe("");
  expect(answer.headers.get("access-control-allow-origin")).toBeNull();
});

embeddedTest("a truncated body breaks off, a raw one is whatever it is", async () => {
  const list = "/api/list_snapshot";
  const cut = await embedded({ faults: [{ kind: "truncate", path: list, rate: 1 }] });
  await expect(call(cut, "GET", list)).rejects.toThrow();
  const raw = await embedded({ faults: [{ kind: "raw", body: "<html>", path: list, rate: 1 }] });
  expect((await call(raw, "GET", list)).text).toBe("<html>");
});

embeddedTest(
  "a rate is kept, the same requests are struck in every run, and strikes are counted",
  async () => {
    const runs: string[] = [];
    for (let run = 0; run < 2; run++) {
      const api = await embedded({
        faults: [{ kind: "status-before", status: 503, path: "*", rate: 0.25 }],
        faultSeed: 7,
      });
      let pattern = "";
      for (let n = 0; n < 200; n++)
        pattern += (await call(api, "GET", "/instance_name")).status === 503 ? "x" : ".";
      runs.push(pattern);
      const struck = pattern.replaceAll(".", "").length;
      expect(struck).toBeGreaterThan(30);
      expect(struck).toBeLessThan(70);
      expect(api.faultCounts()).toEqual([
        { fault: { kind: "status-before", status: 503, path: "*", rate: 0.25 }, asked: 200, struck },
      ]);
    }
    expect(runs[0]).toBe(runs[1]);
  },
);

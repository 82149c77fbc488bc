import { batchLimits } from "#reading/pack-batches.ts";
import { expect, test } from "vitest";
import { doJob } from "./do-job.ts";
import type { FromWorker, ToWorker } from "./protocol.ts";

type Job = Exclude<ToWorker, { kind: "next" }>;

/** What the worker says about a job; the page wants every batch at once. */
async function saidOf(job: Job, wanted: () => Promise<void> = async () => undefined): Promise<FromWorker[]> {
  const said: FromWorker[] = [];
  await doJob(job, (message) => said.push(message), wanted);
  return said;
}

const file = new File(["id;n\n1;a\n2;b\n3;c;d\n"], "x.csv");
const format = { kind: "table", dialect: { delimiter: ";", quote: '"', sepLine: false } } as const;
const mapping = [
  { name: "id", field: "id", kind: "number" },
  { name: "n", field: "n", kind: "text" },
] as const;
const plan = { format, mapping, table: "t", limits: { ...batchLimits, records: 1 } };

test("analyses a file as it finds it, or in the dialect it is told", async () => {
  expect(await saidOf({ kind: "analyse", file, dialect: undefined })).toMatchObject([
    { kind: "analysed", analysis: { format, records: 2, bad: { count: 1 } } },
  ]);
  const dialect = { delimiter: ",", quote: '"', sepLine: false } as const;
  expect(await saidOf({ kind: "analyse", file, dialect })).toMatchObject([
    { kind: "analysed", analysis: { columns: [{ name: "id;n" }] } },
  ]);
});

test("says why a file is refused, and how it had been read", async () => {
  const open = new File(['a,b\n1,"2\n'], "x.csv");
  expect(await saidOf({ kind: "analyse", file: open, dialect: undefined })).toMatchObject([
    { kind: "refused", message: expect.stringContaining("line 2") as string, dialect: { delimiter: "," } },
  ]);
});

test("rehearses", async () => {
  expect(await saidOf({ kind: "rehearse", file, plan, key: ["id"] })).toMatchObject([
    {
      kind: "rehearsed",
      rehearsal: { records: 2, refusedCount: 1, batches: [{ number: 1 }, { number: 2 }] },
    },
  ]);
});

test("hands over a batch only when one is wanted", async () => {
  const moments: string[] = [];
  const said: FromWorker[] = [];
  await doJob(
    { kind: "pack", file, plan, key: [] },
    (message) => {
      moments.push(message.kind);
      said.push(message);
    },
    async () => {
      moments.push("wanted");
    },
  );
  expect(moments).toEqual(["wanted", "batch", "wanted", "batch", "wanted", "end"]);
  const [first] = said;
  expect(first?.kind === "batch" && new TextDecoder().decode(first.body)).toContain(
    '"data":{"id":1,"n":"a"}',
  );
});

test("says that a file can no longer be read", async () => {
  const gone = Object.assign(new File(["a\n1\n"], "x.csv"), {
    stream: () => {
      throw new DOMException("gone", "NotReadableError");
    },
  });
  expect(await saidOf({ kind: "analyse", file: gone, dialect: undefined })).toEqual([
    { kind: "failed", message: expect.stringContaining("can no longer be read") as string },
  ]);
});

test("says now and then how far it is", async () => {
  const long = new File(["a\n", "x".repeat(100).concat("\n").repeat(20_000)], "x.csv");
  const said = await saidOf({ kind: "analyse", file: long, dialect: undefined });
  const bytes = said.flatMap((message) => (message.kind === "read" ? [message.bytes] : []));
  expect(bytes.length).toBeGreaterThan(0);
  expect(bytes).toEqual(bytes.toSorted((a, b) => a - b));
});

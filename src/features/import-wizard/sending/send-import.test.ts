import type { ImportResult } from "#api/import-airbyte-records.ts";
import type { PrimaryKeyIndex } from "#api/primary-key-indexes.ts";
import { type Problem, ProblemError, type Refused } from "#api/problem.ts";
import { expect, test } from "vitest";
import type { BatchRequest } from "#reading/batch-request.ts";
import type { ImportEvent } from "./import-event.ts";
import type { ImportMode, ImportPlan } from "./import-plan.ts";
import { sendImport, type ImportJob } from "./send-import.ts";

const request = { method: "POST", path: "/x", sentAt: 0, durationMs: 1 };
const written: ImportResult = { kind: "written", durationMs: 5 };
const refused = (status: number, code: string): Refused => ({
  kind: "refused",
  status,
  code,
  message: "",
  request,
});
const noAnswer: Problem = { kind: "unreachable", reason: "no-answer", url: "", request };
const lost: ImportResult = { kind: "unknown", problem: noAnswer };

function planOf(mode: ImportMode, count = 3): ImportPlan {
  const batches = Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    records: 2,
    firstLine: index * 2 + 2,
    lastLine: index * 2 + 3,
    bytes: 100,
  }));
  const key = mode === "replace-by-key" ? ["id"] : [];
  return {
    table: "t",
    mode,
    key,
    read: count * 2,
    refused: 0,
    records: count * 2,
    bytes: count * 100,
    batches,
  };
}

interface World {
  readonly job: ImportJob;
  readonly calls: string[];
  readonly waits: number[];
  readonly stop: AbortController;
  readonly giveUp: AbortController;
}

/** A job whose requests are answered in turn, then always well. */
function world(
  plan: ImportPlan,
  answers: ImportResult[],
  more: {
    indexes?: PrimaryKeyIndex[];
    sizes?: number[];
    refusal?: Refused;
    batches?: BatchRequest[];
    onWait?: (world: World) => void;
  } = {},
): World {
  const calls: string[] = [];
  const waits: number[] = [];
  const stop = new AbortController();
  const giveUp = new AbortController();
  const batches =
    more.batches ?? plan.batches.map((outline) => ({ outline, body: Uint8Array.of(outline.number) }));
  const indexes = more.indexes ?? [];
  const refuse = (): void => {
    if (more.refusal) throw new ProblemError(more.refusal);
  };
  const job: ImportJob = {
    plan,
    client: {
      addPrimaryKeyIndexes: async (of) => {
        calls.push(`index ${JSON.stringify(of)}`);
        refuse();
      },
      primaryKeyIndex: async () => {
        calls.push("ready?");
        return indexes.shift() ?? { kind: "ready", fields: ["id"] };
      },
      clearTables: async (tables) => {
        calls.push(`clear ${tables.join()}`);
        refuse();
      },
      tableSize: async () => {
        if (more.sizes === undefined) throw new ProblemError(refused(403, "OperationNotPermitted"));
        return more.sizes.shift() ?? 0;
      },
      importAirbyteRecords: async ({ body }) => {
        calls.push(`batch ${(body as Uint8Array)[0]}`);
        return answers.shift() ?? written;
      },
    },
    nextBatch: async () => batches.shift(),
    stop: stop.signal,
    giveUp: giveUp.signal,
    wait: async (ms, signal) => {
      waits.push(ms);
      more.onWait?.(made);
      signal.throwIfAborted();
    },
    random: () => 1,
    now: () => 1000,
  };
  const made: World = { job, calls, waits, stop, giveUp };
  return made;
}

async function run(of: World): Promise<ImportEvent[]> {
  const events: ImportEvent[] = [];
  for await (const event of sendImport(of.job)) events.push(event);
  return events;
}

const ending = (events: readonly ImportEvent[]): string | undefined => events.at(-1)?.kind;

test("appends the batches in order, each once", async () => {
  const here = world(planOf("append"), []);
  const events = await run(here);
  expect(here.calls).toEqual(["batch 1", "batch 2", "batch 3"]);
  expect(ending(events)).toBe("done");
});

test("empties the table before it overwrites", async () => {
  const here = world(planOf("overwrite", 1), []);
  expect(ending(await run(here))).toBe("done");
  expect(here.calls).toEqual(["clear t", "batch 1"]);
});

test("adds the index of the key and waits until it is ready", async () => {
  const indexes: PrimaryKeyIndex[] = [
    { kind: "missing" },
    { kind: "building", fields: ["id"], indexed: 3, total: 9 },
    { kind: "ready", fields: ["id"] },
  ];
  const here = world(planOf("replace-by-key", 1), [], { indexes });
  const events = await run(here);
  expect(here.calls).toEqual(['index {"t":[["id"]]}', "ready?", "ready?", "ready?", "batch 1"]);
  expect(events).toContainEqual({ kind: "indexing", indexed: 3, total: 9, at: 1000 });
  expect(ending(events)).toBe("done");
});

test("stops an append at a batch without an answer and never sends it again", async () => {
  const here = world(planOf("append"), [written, lost]);
  const events = await run(here);
  expect(here.calls).toEqual(["batch 1", "batch 2"]);
  expect(events.at(-1)).toMatchObject({ kind: "in-doubt", batch: { number: 2, firstLine: 4, lastLine: 5 } });
});

test.each([408, 500, 502, 503, 429])("stops an append at a status %i that proves nothing", async (status) => {
  const here = world(planOf("append"), [
    { kind: "unknown", problem: refused(status, "InternalServerError") },
  ]);
  expect(ending(await run(here))).toBe("in-doubt");
  expect(here.calls).toEqual(["batch 1"]);
});

test("sends an append again when the deployment says that it wrote nothing, waiting longer each time", async () => {
  const conflict: ImportResult = {
    kind: "refused",
    problem: refused(503, "OptimisticConcurrencyControlFailure"),
  };
  const here = world(planOf("append", 2), [conflict, conflict, written]);
  const events = await run(here);
  expect(here.calls).toEqual(["batch 1", "batch 1", "batch 1", "batch 2"]);
  expect(here.waits).toEqual([400, 800]);
  expect(events).toContainEqual(expect.objectContaining({ kind: "written", attempts: 3 }));
  expect(ending(events)).toBe("done");
});

test("never sends an append again after a lost answer, even when busy follows", async () => {
  const here = world(planOf("append", 1), [
    lost,
    { kind: "refused", problem: refused(503, "OptimisticConcurrencyControlFailure") },
  ]);
  expect(ending(await run(here))).toBe("in-doubt");
  expect(here.calls).toEqual(["batch 1"]);
});

test("sends a lost batch again when its records replace by key, in order", async () => {
  const here = world(planOf("replace-by-key"), [written, lost, lost, written]);
  const events = await run(here);
  expect(here.calls.filter((call) => call.startsWith("batch"))).toEqual([
    "batch 1",
    "batch 2",
    "batch 2",
    "batch 2",
    "batch 3",
  ]);
  expect(events).toContainEqual(expect.objectContaining({ kind: "held", why: "same-key" }));
  expect(ending(events)).toBe("done");
});

test("gives up on a batch after eight attempts and says in what state it is", async () => {
  const byKey = world(planOf("replace-by-key", 2), Array<ImportResult>(20).fill(lost));
  expect(ending(await run(byKey))).toBe("in-doubt");
  expect(byKey.calls.filter((call) => call.startsWith("batch"))).toHaveLength(8);
  const conflict: ImportResult = {
    kind: "refused",
    problem: refused(503, "OptimisticConcurrencyControlFailure"),
  };
  expect(ending(await run(world(planOf("append", 2), Array<ImportResult>(20).fill(conflict))))).toBe(
    "refused",
  );
});

test("ends at a refused batch, and calls it doubtful when an earlier attempt was", async () => {
  const no: ImportResult = { kind: "refused", problem: refused(400, "SchemaEnforcementError") };
  expect((await run(world(planOf("append"), [written, no]))).at(-1)).toMatchObject({
    kind: "refused",
    batch: { number: 2 },
  });
  expect(ending(await run(world(planOf("replace-by-key"), [lost, no])))).toBe("in-doubt");
});

test("says which step before the first batch failed", async () => {
  const here = world(planOf("overwrite"), [], { refusal: refused(403, "OperationNotPermitted") });
  expect((await run(here)).at(-1)).toMatchObject({
    kind: "failed",
    step: "clear-table",
    problem: { status: 403 },
  });
  expect(here.calls).toEqual(["clear t"]);
});

test("stops between batches, never inside one", async () => {
  const here = world(planOf("append"), []);
  const events: ImportEvent[] = [];
  for await (const event of sendImport(here.job)) {
    events.push(event);
    if (event.kind === "sent") here.stop.abort();
  }
  expect(here.calls).toEqual(["batch 1"]);
  expect(events.slice(-3).map((event) => event.kind)).toEqual(["written", "counted", "stopped"]);
});

test("stops while it waits for the index", async () => {
  const indexes: PrimaryKeyIndex[] = [{ kind: "missing" }];
  const here = world(planOf("replace-by-key"), [], { indexes, onWait: ({ stop }) => stop.abort() });
  expect(ending(await run(here))).toBe("stopped");
});

test("stops while it waits to repeat, and says whether the batch is in doubt", async () => {
  const onWait = ({ stop }: World): void => stop.abort();
  const conflict: ImportResult = {
    kind: "refused",
    problem: refused(503, "OptimisticConcurrencyControlFailure"),
  };
  expect(ending(await run(world(planOf("append"), [conflict], { onWait })))).toBe("stopped");
  expect(ending(await run(world(planOf("replace-by-key"), [lost], { onWait })))).toBe("in-doubt");
});

test("leaves a batch in doubt when the person no longer waits for its answer", async () => {
  const here = world(planOf("append"), [{ kind: "unknown", problem: undefined }]);
  expect((await run(here)).at(-1)).toMatchObject({ kind: "in-doubt", problem: undefined });
});

test("stops when the file is not what it was", async () => {
  const plan = planOf("append", 2);
  const other = plan.batches.map((outline) => ({
    outline: { ...outline, records: 3 },
    body: Uint8Array.of(1),
  }));
  expect((await run(world(plan, [], { batches: other }))).at(-1)).toMatchObject({ kind: "file-changed" });
  expect((await run(world(plan, [], { batches: [] }))).at(-1)).toMatchObject({
    kind: "file-changed",
    detail: "The file ends earlier than when it was checked.",
  });
});

test("counts the table before and after, where that may be asked", async () => {
  const counted = async (mode: ImportMode, sizes?: number[]): Promise<unknown[]> =>
    (await run(world(planOf(mode, 1), [], sizes ? { sizes } : {}))).filter(
      (event) => event.kind === "counted",
    );
  expect(await counted("append", [5, 7])).toMatchObject([
    { when: "before", documents: 5 },
    { when: "after", documents: 7 },
  ]);
  expect(await counted("append")).toMatchObject([{ documents: undefined }, { documents: undefined }]);
  expect(await counted("replace-by-key", [5, 7])).toEqual([]);
});

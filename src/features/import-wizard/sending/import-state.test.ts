import fc from "fast-check";
import { expect, test } from "vitest";
import type { ImportEvent } from "./import-event.ts";
import type { ImportPlan } from "./import-plan.ts";
import { beginning, importState, type ImportState } from "./import-state.ts";

const plan: ImportPlan = {
  table: "t",
  mode: "append",
  key: [],
  read: 7,
  refused: 1,
  records: 6,
  bytes: 600,
  batches: [1, 2, 3].map((number) => ({
    number,
    records: number,
    firstLine: number,
    lastLine: number,
    bytes: number * 100,
  })),
};

type Untimed<Event> = Event extends unknown ? Omit<Event, "at"> : never;

function after(...events: readonly Untimed<ImportEvent>[]): ImportState {
  return events.reduce<ImportState>(
    (state, event, index) => importState(state, { ...event, at: 1000 + index }),
    beginning(plan),
  );
}

const [first, second] = [plan.batches[0]!, plan.batches[1]!];
const held = { kind: "held", batch: first, why: "same-key", problem: undefined, delayMs: 1 } as const;

test("counts each record as sent once, however often its batch is sent", () => {
  const state = after({ kind: "sent", batch: first }, held, { kind: "sent", batch: first });
  expect(state).toMatchObject({ sent: 1, written: 0, retries: 1, marks: ["sent", "waiting", "waiting"] });
});

test("counts as written only what was answered", () => {
  const state = after(
    { kind: "sent", batch: first },
    { kind: "written", batch: first, durationMs: 1, attempts: 1 },
    { kind: "sent", batch: second },
    { kind: "in-doubt", batch: second, problem: undefined },
  );
  expect(state).toMatchObject({
    sent: 3,
    written: 1,
    writtenBytes: 100,
    writtenBatches: 1,
    phase: "ended",
    startedAt: 1000,
    endedAt: 1003,
    marks: ["written", "in-doubt", "waiting"],
    ending: { kind: "in-doubt", batch: second },
  });
});

test("marks what took more than one attempt", () => {
  expect(
    after({ kind: "sent", batch: first }, { kind: "written", batch: first, durationMs: 1, attempts: 2 })
      .marks[0],
  ).toBe("written-again");
});

test("remembers that the table was emptied", () => {
  expect(after({ kind: "cleared" }, { kind: "stopped" })).toMatchObject({
    cleared: true,
    ending: { kind: "stopped" },
  });
});

test("never says more written than sent, nor more sent than planned, at any moment of any course", () => {
  const holds = fc.array(fc.nat(3), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(holds, fc.nat(30), (times, moment) => {
      const course = plan.batches.flatMap((batch, index): Untimed<ImportEvent>[] => [
        ...Array.from({ length: times[index]! }, () => [
          { kind: "sent" as const, batch },
          { ...held, batch },
        ]).flat(),
        { kind: "sent", batch },
        { kind: "written", batch, durationMs: 1, attempts: times[index]! + 1 },
      ]);
      const state = after(...course.slice(0, moment));
      expect(state.written).toBeLessThanOrEqual(state.sent);
      expect(state.sent).toBeLessThanOrEqual(plan.records);
      if (moment >= course.length) expect(state.written).toBe(plan.records);
    }),
  );
});

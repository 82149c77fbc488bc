import { expect, test } from "vitest";
import { outcomeWords } from "./outcome-words.ts";
import type { ImportEnding } from "./sending/import-event.ts";
import type { ImportPlan } from "./sending/import-plan.ts";
import { beginning, type ImportState } from "./sending/import-state.ts";

const batches = [1, 2, 3].map((number) => ({
  number,
  records: 1000,
  firstLine: number * 1000 - 998,
  lastLine: number * 1000 + 1,
  bytes: 100,
}));

const plan: ImportPlan = {
  table: "users",
  mode: "append",
  key: [],
  read: 3002,
  refused: 2,
  records: 3000,
  bytes: 300,
  batches,
};

function ended(ending: ImportEnding, part: Partial<ImportState> = {}): ImportState {
  return { ...beginning(plan), phase: "ended", ending, ...part };
}

const doubt: ImportEnding = { kind: "in-doubt", batch: batches[1]!, problem: undefined };
const half = { written: 1000, writtenBatches: 1 };

test("says first how many records are there", () => {
  expect(outcomeWords(ended({ kind: "done" }, { written: 3000 }))).toEqual({
    tone: "warn",
    sentence: "3,000 of 3,002 records are in users. 2 were refused.",
    more: [],
  });
});

test("says exactly what a cancelled import wrote", () => {
  const { sentence, more } = outcomeWords(ended({ kind: "stopped" }, half));
  expect(sentence).toBe("Cancelled. 1,000 of 3,000 records are in users. 2 were refused before sending.");
  expect(more).toContain("Batches 1 to 1 are written: 1,000 records, up to the record of line 1,001.");
  expect(more).toContain("The other 2,000 were not sent.");
});

test("names a batch in doubt with its lines, and says that it was not sent again", () => {
  const { sentence, more, tone } = outcomeWords(ended(doubt, half));
  expect(tone).toBe("bad");
  expect(sentence).toContain("Nobody knows whether batch 2 was written.");
  expect(more.join(" ")).toContain("Batch 2 (lines 1,002 to 2,001, 1,000 records) was sent");
  expect(more.join(" ")).toContain("It was not sent again");
});

test("says that importing again by key is safe", () => {
  const state = ended(doubt, { ...half, plan: { ...plan, mode: "replace-by-key", key: ["id"] } });
  expect(outcomeWords(state).more.join(" ")).toContain("is safe: nothing is doubled");
});

test("tells from the count what became of a batch in doubt", () => {
  const after = (count: number): string =>
    outcomeWords(ended(doubt, { ...half, counts: { before: 10, after: count } })).more.at(-1) ?? "";
  expect(after(1010)).toMatch(/1,000 documents more than before: .* was not written\.$/);
  expect(after(2010)).toMatch(/2,000 documents more than before: .* was written, whole and once\.$/);
  expect(after(3010)).toMatch(/3,000 documents more than before, but 1,000 are proven/);
});

test("warns when the table grew by more than was written, whoever did it", () => {
  const done = (count: number) =>
    outcomeWords(
      ended(
        { kind: "done" },
        { plan: { ...plan, refused: 0 }, written: 3000, counts: { before: 5, after: count } },
      ),
    );
  expect(done(3005)).toMatchObject({ tone: "ok" });
  expect(done(4005)).toMatchObject({ tone: "warn" });
  expect(done(4005).more.join()).toContain("the browser repeated a request");
});

test("says that an emptied table lost what it held", () => {
  const state = ended({ kind: "stopped" }, { ...half, cleared: true, counts: { before: 70, after: 1000 } });
  const { more } = outcomeWords(state);
  expect(more).toContain("users was emptied first; what it held before is gone.");
  expect(more.at(-1)).toBe("Counted: users has 1,000 documents now, as many as were written.");
});

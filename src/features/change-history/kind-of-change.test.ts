import { expect, test } from "vitest";
import { asDocumentId, type Delta } from "#values/document.ts";
import { asTimestamp } from "#values/timestamp.ts";
import { kindOfChange } from "./kind-of-change.ts";

const second = 1_000_000_000n;
const commit = 1_768_478_400_000_000_001n;
const since = asTimestamp(commit - 3600n * second);

/** A write at `commit` of a document created `age` ns before. */
function written(age: bigint): Delta {
  return {
    kind: "written",
    id: asDocumentId("a"),
    table: "t",
    component: "",
    ts: asTimestamp(commit),
    creationTime: Number(commit - age) / 1e6,
    fields: {},
  };
}

test("a document created just before its commit was inserted", () => {
  expect(kindOfChange(written(2_000_000n), since, false)).toBe("inserted");
});

test("an earlier revision makes it an update, however young the document is", () => {
  expect(kindOfChange(written(2_000_000n), since, true)).toBe("updated");
});

test("a document created days before its commit was there before", () => {
  expect(kindOfChange(written(86_400n * second), since, false)).toBe("updated");
});

test("a young document whose insertion may lie before the log that was read is only seen", () => {
  const justBefore = asTimestamp(commit - second);
  expect(kindOfChange(written(2n * second), justBefore, false)).toBe("seen");
});

test("a creation after the commit tells nothing", () => {
  expect(kindOfChange(written(-3600n * second), since, false)).toBe("seen");
  expect(kindOfChange({ ...written(0n), creationTime: Number.NaN } as Delta, since, false)).toBe("seen");
});

test("a deletion is a deletion", () => {
  const delta: Delta = {
    kind: "deleted",
    id: asDocumentId("a"),
    table: "t",
    component: "",
    ts: asTimestamp(commit),
  };
  expect(kindOfChange(delta, since, true)).toBe("deleted");
});

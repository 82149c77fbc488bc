import { expect, test } from "vitest";
import type { ConvexObject } from "#values/convex-value.ts";
import { asDocumentId, type Document } from "#values/document.ts";
import { asTimestamp } from "#values/timestamp.ts";
import type { Change, ChangeKind } from "./change.ts";
import { summary } from "./summary.ts";

const ts = asTimestamp(1n);

function documentOf(fields: ConvexObject): Document {
  return { id: asDocumentId("a"), table: "tickets", component: "", ts, creationTime: 0, fields };
}

function change(kind: ChangeKind, table: string, before?: ConvexObject, after?: ConvexObject): Change {
  return {
    kind,
    id: asDocumentId("a"),
    table,
    component: "",
    ts,
    before: before && documentOf(before),
    after: after && documentOf(after),
  };
}

test("says what was done to which table, and how often", () => {
  const changes = [
    change("inserted", "messages"),
    change("deleted", "attachments"),
    change("deleted", "attachments"),
  ];
  expect(summary({ ts, changes })).toEqual([
    { kind: "inserted", table: "messages", count: 1, fields: [] },
    { kind: "deleted", table: "attachments", count: 2, fields: [] },
  ]);
});

test("names the fields of the one document that was updated", () => {
  const updated = change("updated", "tickets", { status: "open", n: 1 }, { status: "closed", n: 1 });
  expect(summary({ ts, changes: [updated] })[0]?.fields).toEqual(["status"]);
  expect(summary({ ts, changes: [updated, updated] })[0]).toMatchObject({ count: 2, fields: [] });
});

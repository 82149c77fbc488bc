import type { Page } from "@playwright/test";
import { expect, test, type RunningDeployment } from "../fixtures.ts";

/** The search parameters of every list_snapshot that the page asks, as they were sent. */
function snapshotRequests(page: Page): URLSearchParams[] {
  const asked: URLSearchParams[] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.pathname === "/api/list_snapshot" && request.method() === "GET") asked.push(url.searchParams);
  });
  return asked;
}

interface Rows {
  readonly ids: readonly string[];
  /** The answer's own digits. */
  readonly snapshot: string;
}

/** All documents of a table, read by the API; as text, so that no digit is lost. */
async function readTable(deployment: RunningDeployment, table: string, at?: string): Promise<Rows> {
  const ids: string[] = [];
  let snapshot = at;
  let cursor: string | undefined;
  for (;;) {
    const query = new URLSearchParams({ tableName: table });
    if (snapshot !== undefined) query.set("snapshot", snapshot);
    if (cursor !== undefined) query.set("cursor", cursor);
    const text = await (await deployment.fetch(`/api/list_snapshot?${query}`)).text();
    snapshot = /"snapshot":(\d+)/.exec(text)?.[1] ?? "";
    const page = JSON.parse(text) as { values: { _id: string }[]; cursor: string | null; hasMore: boolean };
    ids.push(...page.values.map(({ _id }) => _id));
    if (!page.hasMore) return { ids, snapshot };
    cursor = page.cursor ?? undefined;
  }
}

async function sendMessage(deployment: RunningDeployment, body: string): Promise<void> {
  const [ticket] = (await readTable(deployment, "tickets")).ids;
  const [author] = (await readTable(deployment, "users")).ids;
  const reply = await deployment.fetch("/api/mutation", {
    method: "POST",
    body: JSON.stringify({ path: "messages:send", args: { ticket, author, body }, format: "json" }),
  });
  expect(await reply.json()).toMatchObject({ status: "success" });
}

const grid = (page: Page) => page.getByRole("grid", { name: "Documents" });
const asOf = (page: Page) => page.getByRole("region", { name: "As of" });

async function scrollToEnd(page: Page): Promise<void> {
  await grid(page).focus();
  await expect(async () => {
    await page.keyboard.press("Control+End");
    await expect(grid(page)).not.toHaveAttribute("aria-rowcount", "-1", { timeout: 500 });
  }).toPass();
}

test("reads a table page after page at one instant, though documents are written meanwhile", async ({
  page,
  deployment,
  openPlace,
}) => {
  const asked = snapshotRequests(page);
  const before = await readTable(deployment, "messages");
  await openPlace("data?table=messages");
  await expect(grid(page).getByRole("rowheader").first()).toBeVisible();
  await expect(grid(page)).toHaveAttribute("aria-rowcount", "-1");
  await expect(asOf(page)).toContainText(before.snapshot);

  await sendMessage(deployment, "Written while the table is read");
  await scrollToEnd(page);

  await expect(grid(page)).toHaveAttribute("aria-rowcount", String(before.ids.length + 1));
  await expect(page.getByText("The end of the table was reached")).toBeVisible();
  expect(asked.length).toBeGreaterThan(2);
  expect(asked[0]?.get("snapshot")).toBeNull();
  expect(asked.slice(1).map((query) => query.get("snapshot"))).toEqual(
    asked.slice(1).map(() => before.snapshot),
  );
  await expect(asOf(page)).toContainText(before.snapshot);

  const after = await readTable(deployment, "messages");
  await asOf(page).getByRole("button", { name: "Go to now" }).click();
  await expect(asOf(page)).toContainText(after.snapshot);
  await scrollToEnd(page);
  await expect(grid(page)).toHaveAttribute("aria-rowcount", String(before.ids.length + 2));
});

test("sends every digit of an instant typed into the URL, and shows the table as it was then", async ({
  page,
  deployment,
  openPlace,
}) => {
  const asked = snapshotRequests(page);
  const now = await readTable(deployment, "tickets");
  // An odd number of ns that no double holds, a day back.
  const instant = ((BigInt(now.snapshot) - 86_400_000_000_000n) | 1n).toString();
  const then = await readTable(deployment, "tickets", instant);
  expect(then.ids.length).toBeLessThan(now.ids.length);

  await openPlace(`data?table=tickets&at=${instant}`);
  await expect(asOf(page)).toContainText(instant);
  await expect(asOf(page)).toContainText("Held");
  await expect(grid(page)).toHaveAttribute("aria-rowcount", String(then.ids.length + 1));
  expect(asked.map((query) => query.get("snapshot"))).toEqual([instant]);

  await asOf(page).getByRole("button", { name: "Go to now" }).click();
  await expect(grid(page)).toHaveAttribute("aria-rowcount", String(now.ids.length + 1));
  await expect(page).toHaveURL(/table=tickets$/);
});

test("holds the instant that is shown without reading it again", async ({ page, openPlace }) => {
  const asked = snapshotRequests(page);
  await openPlace("data?table=users");
  await asOf(page).getByRole("button", { name: "Hold" }).click();
  await expect(asOf(page)).toContainText("Held");
  await expect(page).toHaveURL(/at=\d{19}/);
  await expect(grid(page).getByRole("rowheader").first()).toBeVisible();
  expect(asked).toHaveLength(1);
});

test("a window that becomes narrow does not read the table again, and coming back to Data does", async ({
  page,
  openPlace,
}) => {
  const asked = snapshotRequests(page);
  await openPlace("data?table=users");
  await expect(grid(page).getByRole("rowheader").first()).toBeVisible();
  await page.setViewportSize({ width: 800, height: 900 });
  await expect(page.getByRole("button", { name: "Tables" })).toBeVisible();
  await expect(grid(page).getByRole("rowheader").first()).toBeVisible();
  expect(asked).toHaveLength(1);

  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByRole("feed")).toBeVisible();
  await page.goBack();
  await expect(grid(page).getByRole("rowheader").first()).toBeVisible();
  expect(asked).toHaveLength(2);
});

test("opens a document by keyboard, goes to the next one and closes it", async ({ page, openPlace }) => {
  await openPlace("data?table=tickets");
  const headers = grid(page).getByRole("rowheader");
  await expect(headers.first()).toBeVisible();
  const [, second, third] = await headers
    .locator("data")
    .evaluateAll((all) => all.map((one) => one.getAttribute("value")));
  await grid(page).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");

  const document = page.getByRole("complementary", { name: "Document" });
  await expect(document.getByRole("treeitem").first()).toContainText(second ?? "");
  await expect(page).toHaveURL(new RegExp(`document=${second}`));
  await document.getByRole("button", { name: "Next document" }).click();
  await expect(document.getByRole("treeitem").first()).toContainText(third ?? "");
  await page.keyboard.press("Escape");
  await expect(document).toBeHidden();
  await expect(grid(page)).toBeFocused();
});

test("shows every digit of an Int64 in the grid, the tree and the JSON", async ({
  page,
  deployment,
  openPlace,
}) => {
  await openPlace("data?table=events");
  const cell = grid(page)
    .getByRole("gridcell")
    .filter({ hasText: /^90071992\d+n$/ })
    .first();
  await expect(cell).toBeVisible();
  const digits = (await cell.innerText()).slice(0, -1);
  const text = await (
    await deployment.fetch("/api/list_snapshot?tableName=events&format=export_json")
  ).text();
  expect(text).toContain(`:${digits},`);

  await cell.click();
  const document = page.getByRole("complementary", { name: "Document" });
  await expect(document.getByRole("tree", { name: "Fields" })).toContainText(`${digits}n`);
  await document.getByRole("tab", { name: "JSON" }).click();
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(BigInt(digits));
  await expect(document.getByRole("tabpanel")).toContainText(`"$integer": "${bytes.toString("base64")}"`);
});

test("an id leads to its document in its own table, at the same instant", async ({ page, openPlace }) => {
  await openPlace("data?table=tickets");
  await asOf(page).getByRole("button", { name: "Hold" }).click();
  await expect(page).toHaveURL(/at=\d{19}/);
  const instant = /at=(\d{19})/.exec(page.url())?.[1] ?? "";
  await grid(page).getByRole("link").first().click();
  await expect(page).toHaveURL(new RegExp(`table=users&at=${instant}&document=`));
  const document = page.getByRole("complementary", { name: "Document" });
  await expect(document.getByRole("tree", { name: "Fields" })).toContainText("email");
});

test("a link to a document far down its table reads on to it and brings its row into sight", async ({
  page,
  deployment,
  openPlace,
}) => {
  const { ids } = await readTable(deployment, "messages");
  const id = ids[1500] ?? "";
  await openPlace(`data?table=messages&document=${id}`);
  const document = page.getByRole("complementary", { name: "Document" });
  await expect(document.getByRole("treeitem").first()).toContainText(id);
  await expect(grid(page).getByRole("row", { selected: true })).toHaveAttribute("aria-rowindex", "1502");
  await expect(grid(page).getByRole("row", { selected: true })).toBeInViewport();
});

test("a document that the table did not have is not looked for to the end", async ({ page, openPlace }) => {
  const asked = snapshotRequests(page);
  await openPlace("data?table=messages&document=0");
  await expect(page.getByText("messages had no such document at this instant.")).toBeVisible();
  expect(asked).toHaveLength(1);
});

test("a document opens over the page on a phone", async ({ page, openPlace }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPlace("data?table=tickets");
  await page.getByRole("button", { name: "Open document" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Document" });
  await expect(dialog.getByRole("tree", { name: "Fields" })).toContainText("subject");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test("says of an instant that is too old what can be had instead", async ({ page, openPlace }) => {
  await openPlace("data?table=tickets&at=1000000000000000001");
  await expect(page.getByRole("alert")).toContainText("SnapshotTooOld");
  await expect(page.getByRole("alert")).toContainText("2026-01-10");
  await page.getByRole("alert").getByRole("button", { name: "Go to now" }).click();
  await expect(grid(page).getByRole("rowheader").first()).toBeVisible();
});

test("says of an instant that has not come what the newest one is", async ({
  page,
  deployment,
  openPlace,
}) => {
  const { snapshot } = await readTable(deployment, "users");
  await openPlace("data?table=tickets&at=9000000000000000001");
  await expect(page.getByRole("alert")).toContainText("SnapshotTooNew");
  await expect(page.getByRole("alert")).toContainText(snapshot);
});

test("a table that was empty at the instant says so", async ({ page, deployment, openPlace }) => {
  const { snapshot } = await readTable(deployment, "attachments");
  await deployment.fetch("/api/streaming_import/clear_tables", {
    method: "PUT",
    body: JSON.stringify({ tableNames: ["attachments"] }),
  });
  await openPlace("data?table=attachments");
  await expect(page.getByText("attachments had no documents at this instant")).toBeVisible();
  await expect(asOf(page)).not.toContainText(snapshot);
});

test.describe("when the plan has no export", () => {
  test.use({ deploymentStart: { options: { hasStreamingExport: false } } });

  test("says so where the documents would have been, and still lists the tables", async ({
    page,
    openPlace,
  }) => {
    await openPlace("data?table=tickets");
    await expect(page.getByRole("alert")).toContainText("403 StreamingExportNotEnabled");
    await expect(
      page.getByRole("list", { name: "Tables" }).getByRole("link", { name: "tickets" }),
    ).toBeVisible();
  });
});

test.describe("when an old deployment sends every table in small pages", () => {
  test.use({
    deploymentStart: { options: { ignoresTableName: true, pageSize: { listSnapshot: 100 } } },
  });

  test("shows the one table, however many pages without its documents come first", async ({
    page,
    deployment,
    openPlace,
  }) => {
    const text = await (
      await deployment.fetch("/api/query", {
        method: "POST",
        body: JSON.stringify({
          path: "_system/frontend/tableSize",
          args: { tableName: "users" },
          format: "json",
        }),
      })
    ).text();
    const size = Number(/"value":(\d+)/.exec(text)?.[1]);
    await openPlace("data?table=users");
    await expect(grid(page).getByRole("rowheader").first()).toBeVisible();
    await scrollToEnd(page);
    await expect(grid(page)).toHaveAttribute("aria-rowcount", String(size + 1));
  });
});

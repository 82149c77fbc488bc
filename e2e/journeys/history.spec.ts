import type { Page } from "@playwright/test";
import { expectNoAxeFindings, expectNoSidewaysScroll } from "../axe.ts";
import { expect, test, type RunningDeployment } from "../fixtures.ts";

function deltaRequests(page: Page): URLSearchParams[] {
  const asked: URLSearchParams[] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.pathname === "/api/document_deltas" && request.method() === "GET") asked.push(url.searchParams);
  });
  return asked;
}

async function call(deployment: RunningDeployment, path: string, args: object): Promise<unknown> {
  const reply = await deployment.fetch("/api/mutation", {
    method: "POST",
    body: JSON.stringify({ path, args, format: "json" }),
  });
  const outcome = (await reply.json()) as { status: string; value: unknown };
  expect(outcome).toMatchObject({ status: "success" });
  return outcome.value;
}

async function firstId(deployment: RunningDeployment, table: string): Promise<string> {
  const reply = await deployment.fetch(`/api/list_snapshot?tableName=${table}&format=json`);
  const { values } = (await reply.json()) as { values: { _id: string }[] };
  return values[0]?._id ?? "";
}

/** The latest commit, by its digits. */
async function latest(deployment: RunningDeployment): Promise<string> {
  const reply = await deployment.fetch("/api/list_snapshot?tableName=users");
  return /"snapshot":(\d+)/.exec(await reply.text())?.[1] ?? "";
}

async function sendMessage(deployment: RunningDeployment, body: string): Promise<string> {
  const ticket = await firstId(deployment, "tickets");
  const author = await firstId(deployment, "users");
  return (await call(deployment, "messages:send", { ticket, author, body })) as string;
}

const feed = (page: Page) => page.getByRole("feed", { name: "Changes" });
const newest = (page: Page) => feed(page).getByRole("article").first();

test("while following, a message that is sent appears as inserted, with its fields", async ({
  page,
  deployment,
  openPlace,
}) => {
  await openPlace("history");
  await expect(page.getByRole("combobox", { name: "Since" })).toHaveValue("Last hour");
  await expect(newest(page)).toBeVisible();
  const head = feed(page).locator("[data-transaction]").first();
  const before = (await head.getAttribute("data-transaction")) ?? "";
  await page.getByRole("switch", { name: "Follow" }).click();
  const id = await sendMessage(deployment, "Seen while following");

  await expect(head).not.toHaveAttribute("data-transaction", before);
  await expect(newest(page).getByRole("img", { name: "Inserted" }).first()).toBeVisible();
  await newest(page).getByRole("button").first().click();
  await expect(newest(page).getByRole("link", { name: id })).toBeVisible();
  await expect(newest(page)).toContainText("Seen while following");
  await expect(page.getByRole("switch", { name: "Follow" })).toBeChecked();
});

test("what is new waits above while one reads further down", async ({ page, deployment, openPlace }) => {
  const since = BigInt(await latest(deployment)) - 12n * 3_600_000_000_000n;
  await openPlace(`history?since=${since}&table=messages`);
  await expect(page.getByText("The end of the log was reached")).toBeVisible();
  await page.getByRole("switch", { name: "Follow" }).click();
  await newest(page).getByRole("button").first().focus();
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageDown");
  const read = await page.evaluate(() => document.activeElement?.getAttribute("data-transaction"));
  const top = await page.locator(`[data-transaction="${read}"]`).boundingBox();
  await sendMessage(deployment, "One more");

  await expect(page.getByRole("button", { name: "1 new" })).toBeVisible();
  expect(await page.locator(`[data-transaction="${read}"]`).boundingBox()).toEqual(top);
  await page.getByRole("button", { name: "1 new" }).click();
  await newest(page).getByRole("button").first().click();
  await expect(newest(page)).toContainText("One more");
});

test("sends every digit of a start typed into the URL and goes on from the cursor it was given", async ({
  page,
  deployment,
  openPlace,
}) => {
  const asked = deltaRequests(page);
  const since = ((BigInt(await latest(deployment)) - 12n * 3_600_000_000_000n) | 1n).toString();
  await openPlace(`history?since=${since}`);
  await expect(page.getByText("The end of the log was reached")).toBeVisible();
  expect(asked.length).toBeGreaterThan(2);
  expect(asked[0]?.get("cursor")).toBe(since);

  const answer = await (await deployment.fetch(`/api/document_deltas?cursor=${since}`)).text();
  expect(asked[1]?.get("cursor")).toBe(/"cursor":(\d+)/.exec(answer)?.[1]);
});

test("takes an exact timestamp typed into Since, and refuses one that has not come", async ({
  page,
  deployment,
  openPlace,
}) => {
  const now = await latest(deployment);
  const since = ((BigInt(now) - 600_000_000_000n) | 1n).toString();
  const asked = deltaRequests(page);
  await openPlace("history");
  await expect(newest(page)).toBeVisible();
  const field = page.getByRole("combobox", { name: "Since" });
  await field.fill(since);
  await field.press("Enter");
  await expect(page).toHaveURL(new RegExp(`since=${since}`));
  await expect.poll(() => asked.at(-1)?.get("cursor")).toBe(since);

  const before = asked.length;
  await field.fill("9223372036854775807");
  await field.press("Enter");
  await expect(page.getByText("This is after the latest commit")).toBeVisible();
  expect(asked).toHaveLength(before);
});

test("an update shows each field before and after where the revision before was read", async ({
  page,
  deployment,
  openPlace,
}) => {
  const since = await latest(deployment);
  const ticket = (await call(deployment, "tickets:open", {
    subject: "The bell does not ring",
    customer: await firstId(deployment, "users"),
    body: "It is silent.",
  })) as string;
  await call(deployment, "tickets:close", { ticket, satisfaction: 5 });

  await openPlace(`history?since=${since}&table=tickets`);
  await expect(feed(page).getByRole("article")).toHaveCount(2);
  await newest(page).getByRole("button").first().click();
  const status = newest(page).getByRole("row", { name: /^status/ });
  await expect(status.getByRole("cell")).toHaveText(['"open"', '"closed"']);
  await expect(newest(page).getByRole("row", { name: /^subject/ })).toHaveCount(0);
});

test("a deletion looks like one, and says when only the id is known", async ({
  page,
  deployment,
  openPlace,
}) => {
  const id = await sendMessage(deployment, "Soon gone");
  const since = await latest(deployment);
  await call(deployment, "_system/frontend/deleteDocuments", { toDelete: [{ id, tableName: "messages" }] });

  await openPlace(`history?since=${since}&table=messages`);
  await expect(newest(page).getByRole("img", { name: "Deleted" })).toBeVisible();
  await newest(page).getByRole("button").first().click();
  await expect(newest(page)).toContainText("only its id is known");

  await page.getByRole("link", { name: id }).click();
  await expect(page.getByRole("complementary", { name: "Document" })).toContainText("Soon gone");
  await expect(page.getByRole("region", { name: "As of" })).toContainText("Held");
});

test("a deletion whose document was read before shows what it was", async ({
  page,
  deployment,
  openPlace,
}) => {
  const since = await latest(deployment);
  const id = await sendMessage(deployment, "Soon gone");
  await call(deployment, "_system/frontend/deleteDocuments", { toDelete: [{ id, tableName: "messages" }] });
  await openPlace(`history?since=${since}&kind=deleted`);
  await newest(page).getByRole("button").first().click();
  await expect(newest(page).getByRole("table", { name: "Fields as last read" })).toContainText("Soon gone");
});

test("says honestly that nothing matched and how far it looked", async ({ page, deployment, openPlace }) => {
  await openPlace(`history?since=${await latest(deployment)}`);
  await expect(page.getByRole("region", { name: "Changes" })).toContainText("nothing matched");
  await expect(page.getByRole("feed")).toHaveCount(0);
  await page.getByRole("button", { name: "Last hour" }).click();
  await expect(newest(page)).toBeVisible();
});

test("never asks the deployment for changes after a moment that has not come", async ({
  page,
  openPlace,
}) => {
  const asked = deltaRequests(page);
  await openPlace("history?since=9223372036854775807");
  await expect(page.getByText("This moment is after the latest commit")).toBeVisible();
  expect(asked).toHaveLength(0);
});

test("a transaction leads to the data as of it", async ({ page, openPlace }) => {
  await openPlace("history");
  await newest(page).getByRole("button").first().click();
  const ts = await newest(page).locator("[data-transaction]").getAttribute("data-transaction");
  await newest(page).getByRole("link", { name: "Data as of this" }).click();
  await expect(page.getByRole("region", { name: "As of" })).toContainText(ts ?? "");
});

test("the chart of changes can be read as a list, and a moment of it begins a reading there", async ({
  page,
  openPlace,
}) => {
  await openPlace("history");
  const figure = page.getByRole("figure", { name: "Changes over time" });
  await expect(figure.getByRole("img", { name: /\d+ changes between/ })).toBeVisible();
  await figure.getByRole("button", { name: "Read as a list" }).click();
  const first = figure.getByRole("row").nth(1).getByRole("button");
  const moment = await first.innerText();
  await first.click();
  await expect(page.getByRole("combobox", { name: "Since" })).toHaveValue(moment);
});

test("axe finds nothing on open transactions, wide and on a phone", async ({ page, openPlace }) => {
  await openPlace("history?since=1768476600000000000");
  await newest(page).getByRole("button").first().click();
  await page.getByRole("button", { name: "Read as a list" }).click();
  await expectNoAxeFindings(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await newest(page).getByRole("button", { expanded: false }).click();
  await expect(newest(page).getByRole("table").first()).toBeVisible();
  await expectNoAxeFindings(page);
  await expectNoSidewaysScroll(page);
});

test.describe("when the log reaches back a day", () => {
  test.use({ deploymentStart: { options: { retention: { documentDeltasHours: 24 } } } });

  test("says that the start is too old and finds the oldest one", async ({ page, openPlace }) => {
    await openPlace("history?since=0");
    await expect(page.getByRole("alert")).toContainText("InvalidWindowToReadDocuments");
    await page.getByRole("button", { name: "Start where the log begins" }).click();
    await expect(newest(page)).toBeVisible();
    await expect(page).toHaveURL(/since=17683920\d{11}/);
  });
});

test.describe("when pages are small", () => {
  test.use({ deploymentStart: { options: { pageSize: { documentDeltas: 2 } } } });

  test("takes pages without a match for progress, and stops when it is told to", async ({
    page,
    openPlace,
  }) => {
    await openPlace("history?since=0&table=users");
    await page.getByRole("button", { name: "Stop" }).click();
    await expect(page.getByText("Stopped")).toBeVisible();
    const asked = deltaRequests(page);
    await page.getByRole("button", { name: "Read on" }).click();
    await expect.poll(() => asked.length).toBeGreaterThan(5);
    await expect(page.getByText(/Scanned to/)).toBeVisible();
  });
});

test.describe("when the plan has no export", () => {
  test.use({ deploymentStart: { options: { hasStreamingExport: false } } });

  test("says so where the changes would have been", async ({ page, openPlace }) => {
    await openPlace("history");
    await expect(page.getByRole("alert")).toContainText("403 StreamingExportNotEnabled");
  });
});

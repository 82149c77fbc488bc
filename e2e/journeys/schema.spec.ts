import type { Page } from "@playwright/test";
import { expectNoAxeFindings, expectNoSidewaysScroll } from "../axe.ts";
import { expect, test } from "../fixtures.ts";

const onPage = (page: Page) => ({
  tables: page.getByRole("list", { name: "Tables" }),
  fields: page.getByRole("treegrid", { name: "Fields" }),
  search: page.getByRole("searchbox", { name: "Search tables, fields, types" }),
});
const row = (page: Page, name: string) =>
  onPage(page)
    .fields.getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name, exact: true }) });

test("shows the tables and the types of their fields", async ({ page, openPlace }) => {
  const { tables } = onPage(page);
  await openPlace("schema");
  await expect(tables.getByRole("link")).toHaveText([
    "attachments",
    "events",
    "messages",
    "tickets",
    "users",
  ]);
  await tables.getByRole("link", { name: "tickets" }).click();
  await expect(page).toHaveURL(/#\/schema\?table=tickets$/);
  await expect(row(page, "_id")).toContainText('Id<"tickets">');
  await expect(row(page, "number")).toContainText("int64");
  await expect(row(page, "assignee")).toContainText('Id<"users"> | null');
  await expect(row(page, "labels")).toContainText("string[]");
  await expect(row(page, "closedAt")).toContainText("number?");
  await expect(row(page, "closedAt")).toContainText("sometimes");
  await expect(page.getByText("Types are those found in the data, at")).toBeVisible();
});

test("goes from an id to its table and back", async ({ page, openPlace }) => {
  await openPlace("schema?table=tickets");
  await row(page, "customer").getByRole("link").click();
  await expect(page.getByRole("heading", { name: "users" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { name: "tickets" })).toBeVisible();
});

test("opens and closes what is inside a field by keyboard", async ({ page, openPlace }) => {
  await openPlace("schema?table=users");
  const { fields } = onPage(page);
  await expect(row(page, "city")).toBeVisible();
  await fields.getByRole("row").nth(1).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(row(page, "address")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(row(page, "address")).toHaveAttribute("aria-expanded", "false");
  await expect(row(page, "city")).toBeHidden();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(row(page, "city")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/field=address.city/);
});

test("finds fields by name and by type in every table", async ({ page, openPlace }) => {
  const { tables, search, fields } = onPage(page);
  await openPlace("schema?table=users");
  await search.fill("bytes");
  await expect(fields.getByRole("row").nth(1)).toContainText("bytes");
  await search.fill("longitude");
  await expect(fields.getByRole("row").locator("visible=true")).toHaveText([
    /Field/,
    /address/,
    /position/,
    /longitude/,
  ]);
  await expect(tables.getByRole("link")).toHaveText([/users1 field/]);
  await search.fill("no such thing");
  await expect(page.getByText("No table, field or type matches “no such thing”.")).toBeVisible();
});

test("shows the schema as the deployment gave it", async ({ page, openPlace }) => {
  await openPlace("schema?table=tickets");
  await page.getByRole("radio", { name: "JSON Schema" }).click();
  const text = await page.getByRole("textbox", { name: "JSON Schema" }).inputValue();
  expect(JSON.parse(text)).toMatchObject({
    type: "object",
    properties: { _id: { $description: "Id(tickets)" } },
  });
  await expectNoAxeFindings(page);
});

test.describe("when a table cannot be described", () => {
  test.use({ deploymentStart: { empty: true } });

  test("gives the reason and what can still be seen", async ({ page, openPlace, deployment }) => {
    const { tables } = onPage(page);
    const messages = [{ tableName: "odd", data: { "first name": "Ann" } }];
    const body = JSON.stringify({ tables: { odd: { jsonSchema: {} } }, messages });
    await deployment.fetch("/api/streaming_import/import_airbyte_records", { method: "POST", body });
    await openPlace("schema?table=odd");
    await expect(page.getByRole("alert")).toContainText("ForExport");
    await expect(tables.getByRole("link", { name: "odd" })).toBeVisible();
    await expect(page.getByRole("region", { name: "Fields of odd" }).getByRole("listitem")).toHaveText([
      "_creationTime",
      "_id",
    ]);
    await expectNoAxeFindings(page);
  });

  test("says of a table without documents that its declared fields are not told", async ({
    page,
    openPlace,
  }) => {
    await openPlace("schema?table=tickets");
    await expect(page.getByText("tickets has no documents, so no types were found.")).toBeVisible();
    await expect(
      page.getByText("Fields that are declared and not yet written are not told here."),
    ).toBeVisible();
  });
});

test.describe("when the plan has no export", () => {
  test.use({ deploymentStart: { options: { hasStreamingExport: false } } });

  test("explains that, and names the tables all the same", async ({ page, openPlace }) => {
    const { tables } = onPage(page);
    await openPlace("schema?table=tickets");
    await expect(page.getByRole("alert")).toContainText("403 StreamingExportNotEnabled");
    await expect(tables.getByRole("link", { name: "tickets" })).toBeVisible();
    await expect(page.getByText("Its fields are not told by any call that this key may make.")).toBeVisible();
  });
});

test("on a phone has the tables first and the fields below their table's name", async ({
  page,
  openPlace,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPlace("schema");
  await onPage(page).tables.getByRole("link", { name: "events" }).click();
  await expect(row(page, "_creationTime")).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Tables" }).click();
  await page.getByRole("dialog").getByRole("link", { name: "users" }).click();
  await expect(page.getByRole("heading", { name: "users" })).toBeVisible();
});

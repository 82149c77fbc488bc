import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import { expectNoAxeFindings, expectNoSidewaysScroll } from "../axe.ts";
import { expect, test, type RunningDeployment } from "../fixtures.ts";

interface Upload {
  readonly file: string;
  readonly records: number;
  readonly columns: number;
  /** What a person should see happen to it: the old name of a column and its new one. */
  readonly renamed?: readonly [string, string];
}

const uploads: readonly Upload[] = [
  { file: "ourairports-regions.csv", records: 3987, columns: 8 },
  {
    file: "country-codes.csv",
    records: 249,
    columns: 56,
    renamed: ["ISO3166-1-Alpha-2", "ISO3166_1_Alpha_2"],
  },
  { file: "birdstrikes.csv", records: 10_000, columns: 14, renamed: ["Cost Total $", "Cost_Total"] },
  { file: "unemployment.tsv", records: 3218, columns: 2 },
  { file: "cisa-kev.csv", records: 1404, columns: 11 },
  { file: "nypl-pd-collections.ndjson", records: 932, columns: 34 },
  {
    file: "penguins_raw.csv",
    records: 344,
    columns: 17,
    renamed: ["Culmen Length (mm)", "Culmen_Length_mm"],
  },
  { file: "penguins.json", records: 344, columns: 7, renamed: ["Beak Depth (mm)", "Beak_Depth_mm"] },
  { file: "unsd-m49-en-bom.csv", records: 249, columns: 15, renamed: ["Global Code", "Global_Code"] },
];

type Fields = Record<string, unknown>;

const systemFields = new Set(["_id", "_creationTime", "_ts", "_table", "_component"]);

interface Row extends Fields {
  readonly _ts: string;
  readonly _creationTime: number;
}

/** A table's documents in the order in which they were made, without what the deployment adds. */
async function documentsOf(deployment: RunningDeployment, table: string): Promise<Fields[]> {
  const all: Row[] = [];
  let more = "";
  for (;;) {
    const text = await (await deployment.fetch(`/api/list_snapshot?tableName=${table}${more}`)).text();
    // Commit timestamps are too long for a number.
    const exact = text.replace(/"(_ts|snapshot)":(\d+)/g, '"$1":"$2"');
    const page = JSON.parse(exact) as {
      values: Row[];
      cursor: string | null;
      hasMore: boolean;
      snapshot: string;
    };
    all.push(...page.values);
    if (!page.hasMore) break;
    more = `&snapshot=${page.snapshot}&cursor=${encodeURIComponent(page.cursor ?? "")}`;
  }
  // Creation times follow the beginning of a transaction, so only within one do they tell the order.
  return all
    .toSorted((a, b) => Number(BigInt(a._ts) - BigInt(b._ts)) || a._creationTime - b._creationTime)
    .map((document) =>
      Object.fromEntries(Object.entries(document).filter(([name]) => !systemFields.has(name))),
    );
}

function button(page: Page, name: string) {
  return page.getByRole("button", { name, exact: true });
}

async function choose(page: Page, file: string): Promise<void> {
  await page.getByLabel("File", { exact: true }).setInputFiles(resolve("e2e/files", file));
}

/** The documents that the wizard shows as what will be stored, one record after the other. */
async function previewed(page: Page, count: number): Promise<Fields[]> {
  const document = page.getByRole("region", { name: "What will be stored" }).locator("data");
  const all: Fields[] = [];
  for (;;) {
    all.push(JSON.parse((await document.getAttribute("value")) ?? "") as Fields);
    if (all.length === count) return all;
    await page.getByRole("button", { name: "Following record" }).click();
  }
}

async function figure(page: Page, name: string): Promise<string | null> {
  const report = page.getByRole("region", { name: "Report" });
  return await report
    .locator("dl > div")
    .filter({ has: page.locator("dt", { hasText: new RegExp(`^${name}$`) }) })
    .locator("data")
    .getAttribute("value");
}

for (const { file, records, columns, renamed } of uploads) {
  test(`imports ${file} exactly as previewed`, async ({ page, deployment, openPlace }) => {
    await openPlace("import");
    await choose(page, file);
    await expect(page.getByRole("status").filter({ hasText: file })).toContainText(
      `${records.toLocaleString("en-US")} records`,
    );
    await expect(page.getByRole("grid", { name: "Rows" })).toBeVisible();
    await button(page, "Next").click();

    await expect(page.getByRole("list", { name: "Columns" }).getByRole("listitem")).toHaveCount(columns);
    if (renamed)
      await expect(page.getByLabel(`Field name of ${renamed[0]}`, { exact: true })).toHaveValue(renamed[1]);
    const expected = await previewed(page, 25);
    await button(page, "Next").click();

    await page.getByRole("combobox", { name: "Table" }).fill("imported");
    await button(page, "Next").click();
    await button(page, "Start import").click();
    await expect(page.getByRole("region", { name: "Report" })).toContainText("are in imported");
    for (const name of ["Read", "Sent", "Written"]) expect(await figure(page, name)).toBe(String(records));
    expect(await figure(page, "Refused")).toBe("0");

    const stored = await documentsOf(deployment, "imported");
    expect(stored).toHaveLength(records);
    expect(stored.slice(0, expected.length)).toEqual(expected);
  });
}

test("overwrites only after the table's name was typed", async ({ page, deployment, openPlace }) => {
  await openPlace("import?table=tickets");
  await page.getByLabel("File", { exact: true }).setInputFiles({
    name: "two.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("subject,priority\nOne,1\nTwo,2\n"),
  });
  await button(page, "Next").click();
  await button(page, "Next").click();
  await page.getByRole("combobox", { name: "Table" }).fill("replaced");
  await page.getByRole("radio", { name: "Overwrite" }).click();
  await button(page, "Next").click();
  await expect(page.getByText(/are not one step/)).toBeVisible();
  await expect(button(page, "Start import")).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("textbox", { name: "Type replaced to go on" }).fill("replaced");
  await button(page, "Start import").click();
  await expect(page.getByRole("region", { name: "Report" })).toContainText("2 of 2 records are in replaced.");
  expect(await documentsOf(deployment, "replaced")).toEqual([
    { subject: "One", priority: 1 },
    { subject: "Two", priority: 2 },
  ]);
});

test("refuses a file that it does not read, and says what it is", async ({ page, openPlace }) => {
  await openPlace("import");
  const input = page.getByLabel("File", { exact: true });
  await input.setInputFiles({
    name: "a.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("\ufeffa,b\r\n", "utf16le"),
  });
  await expect(page.getByRole("alert").filter({ hasText: "UTF-16" })).toBeVisible();
  await input.setInputFiles({
    name: "b.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("name\nJosé\n", "latin1"),
  });
  await expect(page.getByRole("alert").filter({ hasText: "Latin-1" })).toBeVisible();
  await input.setInputFiles({
    name: "c.json",
    mimeType: "application/json",
    buffer: Buffer.from('{"rows":[{"a":1}]}'),
  });
  await expect(page.getByRole("alert").filter({ hasText: "$.rows (1)" })).toBeVisible();
  await expect(button(page, "Next")).toHaveAttribute("aria-disabled", "true");
});

test("lists refused records with line and reason, and sends the others", async ({ page, openPlace }) => {
  await openPlace("import");
  await page.getByLabel("File", { exact: true }).setInputFiles({
    name: "balances.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("id,balance\n1,10\n2,n/a\n3,12,5\n4,7\n"),
  });
  await button(page, "Next").click();
  await page.getByLabel("Type of balance").selectOption("Number");
  await expect(page.getByText('1 cell refused with their records: line 3 "n/a"')).toBeVisible();
  await button(page, "Next").click();
  await page.getByRole("combobox", { name: "Table" }).fill("balances");
  await button(page, "Next").click();
  await button(page, "Start import").click();
  const report = page.getByRole("region", { name: "Report", exact: true });
  await expect(report).toContainText("2 of 4 records are in balances. 2 were refused.");
  await expect(report.getByRole("row").filter({ hasText: "n/a" })).toContainText("balance must be a number");
  await expect(report.getByRole("row").filter({ hasText: "12" })).toContainText("This row has 3 cells");
});

test.describe("by key", () => {
  // The deployment's clock stands almost still in these tests, so no index would ever be built in time.
  test.use({ deploymentStart: { options: { backfillDelayMs: 0 } } });

  test("replaces by key, and does not start with keys that occur twice", async ({
    page,
    deployment,
    openPlace,
  }) => {
    await openPlace("import?table=rates");
    await choose(page, "unemployment.tsv");
    await button(page, "Next").click();
    await button(page, "Next").click();
    await page.getByRole("radio", { name: "Replace by key" }).click();
    const key = page.getByRole("group", { name: "Key" });
    await key.getByRole("checkbox", { name: "rate" }).check();
    await button(page, "Next").click();
    await expect(page.getByText(/records have a key that an earlier one has: line/)).toBeVisible();
    await expect(button(page, "Start import")).toHaveAttribute("aria-disabled", "true");

    for (let time = 0; time < 2; time++) {
      await button(page, "Back").click();
      await key.getByRole("checkbox", { name: "id" }).setChecked(true);
      await key.getByRole("checkbox", { name: "rate" }).setChecked(false);
      await button(page, "Next").click();
      await button(page, "Start import").click();
      await expect(page.getByRole("region", { name: "Report" })).toContainText(
        "3,218 of 3,218 records are in rates.",
        {
          timeout: 30_000,
        },
      );
      if (time === 0) {
        await button(page, "Import another file").click();
        await choose(page, "unemployment.tsv");
        for (let step = 0; step < 3; step++) await button(page, "Next").click();
      }
    }
    expect(await documentsOf(deployment, "rates")).toHaveLength(3218);
  });
});

test.describe("when an answer does not tell what was written", () => {
  test.use({
    deploymentStart: {
      faults: {
        faults: [
          {
            path: "/api/streaming_import/import_airbyte_records",
            kind: "status-after",
            status: 500,
            rate: 1,
          },
        ],
      },
    },
  });

  test("stops an append, names the batch with its lines and sends nothing twice", async ({
    page,
    deployment,
    openPlace,
  }) => {
    await openPlace("import?table=lost");
    await choose(page, "unemployment.tsv");
    for (let step = 0; step < 3; step++) await button(page, "Next").click();
    await button(page, "Start import").click();
    const report = page.getByRole("region", { name: "Report", exact: true });
    await expect(report).toContainText("Nobody knows whether batch 1 was written.");
    await expect(report).toContainText("Batch 1 (lines 2 to 1,001, 1,000 records) was sent");
    await expect(report).toContainText("the batch was written, whole and once");
    expect(await figure(page, "Written")).toBe("0");
    expect(await documentsOf(deployment, "lost")).toHaveLength(1000);
  });
});

test.describe("when the connection breaks after the work was done", () => {
  test.use({
    deploymentStart: {
      faults: {
        faults: [{ path: "/api/streaming_import/import_airbyte_records", kind: "drop-after", rate: 1 }],
      },
    },
  });

  // Chromium repeats a request by itself when a kept connection breaks before the answer; the embedded deployment
  // keeps none for a browser, and against others the count says when more is there than was written.
  test("stops, and tells by the count that the batch was written once", async ({
    page,
    deployment,
    openPlace,
  }) => {
    await openPlace("import?table=broken");
    await choose(page, "unemployment.tsv");
    for (let step = 0; step < 3; step++) await button(page, "Next").click();
    await button(page, "Start import").click();
    const report = page.getByRole("region", { name: "Report", exact: true });
    await expect(report).toContainText("Nobody knows whether batch 1 was written.");
    await expect(report).toContainText(
      "broken has 1,000 documents more than before: if nobody else writes to it, the batch was written, whole and once.",
    );
    expect(await figure(page, "Written")).toBe("0");
    expect(await documentsOf(deployment, "broken")).toHaveLength(1000);
  });
});

test("is done by keyboard alone", async ({ page, openPlace }) => {
  await openPlace("import?table=bykeys");
  await page.getByLabel("File", { exact: true }).setInputFiles({
    name: "one.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("a\n1\n"),
  });
  const press = async (name: string): Promise<void> => {
    await expect(button(page, name)).toBeEnabled();
    await button(page, name).focus();
    await page.keyboard.press("Enter");
  };
  await press("Next");
  await page.getByLabel("Field name of a").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("amount");
  await press("Next");
  await press("Next");
  await press("Start import");
  await expect(page.getByRole("region", { name: "Report" })).toContainText("1 of 1 records are in bykeys.");
});

test.describe("while the deployment answers slowly", () => {
  test.use({
    deploymentStart: {
      faults: {
        faults: [{ path: "/api/streaming_import/import_airbyte_records", kind: "delay", ms: 1500, rate: 1 }],
      },
    },
  });

  test("asks before the page is left, and Cancel says exactly what was written", async ({
    page,
    deployment,
    openPlace,
  }) => {
    await openPlace("import?table=slow");
    await choose(page, "unemployment.tsv");
    for (let step = 0; step < 3; step++) await button(page, "Next").click();
    await button(page, "Start import").click();
    await expect(page.getByRole("progressbar", { name: "Import" })).toBeVisible();
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Data" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Stay" }).click();
    await button(page, "Cancel").click();
    const report = page.getByRole("region", { name: "Report", exact: true });
    await expect(report).toContainText("Cancelled.");
    const written = (await documentsOf(deployment, "slow")).length;
    expect(await figure(page, "Written")).toBe(String(written));
    expect(written % 1000).toBe(0);
    expect(written).toBeLessThan(3218);
  });
});

for (const [colorScheme, width] of [
  ["light", 1440],
  ["dark", 1440],
  ["light", 390],
  ["dark", 390],
] as const) {
  test(`axe finds nothing on any step, ${colorScheme}, ${width} px, and none scrolls sideways`, async ({
    page,
    openPlace,
  }) => {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const look = async (): Promise<void> => {
      await expectNoAxeFindings(page);
      await expectNoSidewaysScroll(page);
    };
    await openPlace("import");
    await page.getByLabel("File", { exact: true }).setInputFiles({
      name: "latin.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("José\n", "latin1"),
    });
    await expect(page.getByRole("alert").filter({ hasText: "Latin-1" })).toBeVisible();
    await look();
    await choose(page, "country-codes.csv");
    await expect(page.getByRole("grid", { name: "Rows" })).toBeVisible();
    await look();
    await button(page, "Next").click();
    await page.getByLabel("Type of GAUL").selectOption("Boolean");
    await page.getByLabel("Field name of Dial").fill("FIFA");
    await look();
    await page.getByLabel("Field name of Dial").fill("Dial");
    await button(page, "Next").click();
    await page.getByRole("combobox", { name: "Table" }).fill("countries");
    await page.getByRole("radio", { name: "Replace by key" }).click();
    await page.getByRole("group", { name: "Key" }).getByRole("checkbox", { name: "FIFA" }).check();
    await look();
    await button(page, "Next").click();
    await expect(page.getByRole("heading", { name: "Refused records" })).toBeVisible();
    await look();
    await button(page, "Back").click();
    await page.getByRole("radio", { name: "Append" }).click();
    await button(page, "Next").click();
    await button(page, "Start import").click();
    await expect(page.getByRole("region", { name: "Report", exact: true })).toBeVisible();
    await look();
  });
}

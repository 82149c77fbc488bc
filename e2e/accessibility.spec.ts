import { expectNoAxeFindings, expectNoSidewaysScroll } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { placeTable } from "./place-table.ts";

for (const colorScheme of ["light", "dark"] as const) {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    for (const place of placeTable) {
      test(`axe finds nothing on ${place.name}, ${colorScheme}, ${width} px, and it does not scroll sideways`, async ({
        page,
        openPlace,
      }) => {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await openPlace(place.hash);
        await place.ready(page);
        await expectNoAxeFindings(page);
        await expectNoSidewaysScroll(page);
      });
    }
  }
}

test.describe("when the deployment gives no export", () => {
  test.use({ deploymentStart: { options: { hasStreamingExport: false } } });

  for (const hash of ["schema", "data?table=tickets", "history"]) {
    test(`axe finds nothing on the refusal that ${hash} shows`, async ({ page, openPlace }) => {
      await openPlace(hash);
      await expect(page.getByText("StreamingExportNotEnabled").first()).toBeVisible();
      await expectNoAxeFindings(page);
    });
  }
});

test.describe("while the deployment takes its time", () => {
  test.use({
    deploymentStart: {
      faults: { faults: [{ kind: "delay", path: "/api/list_snapshot", rate: 1, ms: 4000 }] },
    },
  });

  test("axe finds nothing on a place that is loading", async ({ page, openPlace }) => {
    await openPlace("data?table=tickets");
    await expect(page.getByRole("list", { name: "Tables" })).toBeVisible();
    await expectNoAxeFindings(page);
  });
});

test("axe finds nothing with a document open", async ({ page, openPlace }) => {
  await openPlace("data?table=tickets");
  await page.getByRole("button", { name: "Open document" }).first().click();
  await expect(page.getByRole("complementary", { name: "Document" })).toBeVisible();
  await expectNoAxeFindings(page);
});

test("axe finds nothing with a document's dialog open on a phone", async ({ page, openPlace }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPlace("data?table=tickets");
  await page.getByRole("button", { name: "Open document" }).first().click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectNoAxeFindings(page);
});

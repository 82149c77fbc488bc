import { expect, test } from "../fixtures.ts";

test("a message sent by hand is seen in its result, in Data and in History", async ({
  page,
  openPlace,
  deployment,
}) => {
  const answer = await deployment.fetch("/api/query", {
    method: "POST",
    body: JSON.stringify({ path: "messages:list", args: {}, format: "json" }),
  });
  const { value } = (await answer.json()) as { value: { ticket: string; author: string }[] };
  const [{ ticket, author } = { ticket: "", author: "" }] = value;
  const body = "The first light of a new dashboard";

  await openPlace("functions?function=messages:send");
  await expect(page.getByRole("group", { name: "Arguments" }).getByText("Takes")).toBeVisible();
  await page
    .getByRole("group", { name: "Arguments" })
    .getByRole("textbox", { name: "Arguments" })
    .fill(JSON.stringify({ ticket, author, body }));
  await page.getByRole("button", { name: "Run" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Succeeded in" })).toBeAttached();
  const returned = page.getByRole("region", { name: "Result" }).getByRole("treeitem");
  const id = /[a-z0-9]{31,37}/.exec(await returned.innerText())?.[0] ?? "none";
  await expect(page.getByRole("region", { name: "Log lines" })).toContainText("Sent a message");

  const main = page.getByRole("navigation", { name: "Main" });
  await main.getByRole("link", { name: "History" }).click();
  const newest = page.getByRole("feed", { name: "Changes" }).getByRole("article").first();
  await expect(newest).toContainText("messages");
  await newest.getByRole("button").first().click();
  await expect(newest).toContainText(body);

  await main.getByRole("link", { name: "Data" }).click();
  await page
    .getByRole("list", { name: "Tables" })
    .getByRole("link", { name: /^messages/ })
    .click();
  await expect(page.getByRole("grid", { name: "Documents" }).getByRole("rowheader").first()).toBeVisible();
  await openPlace(`data?table=messages&document=${id}`);
  await expect(page.getByRole("complementary", { name: "Document" })).toContainText(body);
});

import type { Locator, Page } from "@playwright/test";
import { parseJson } from "#values/json.ts";
import { expectNoAxeFindings, expectNoSidewaysScroll } from "../axe.ts";
import { expect, test, type RunningDeployment } from "../fixtures.ts";

const onPage = (page: Page) => ({
  name: page.getByRole("combobox", { name: "Function" }),
  kind: page.getByRole("radiogroup", { name: "Kind" }),
  args: page.getByRole("group", { name: "Arguments" }).getByRole("textbox", { name: "Arguments" }),
  run: page.getByRole("button", { name: "Run" }),
  stop: page.getByRole("button", { name: "Stop" }),
  result: page.getByRole("region", { name: "Result" }),
  log: page.getByRole("region", { name: "Log lines" }),
  status: page
    .getByRole("status")
    .filter({ hasText: /Running|Succeeded in|Failed in|Stopped after|No outcome/ }),
});

/** Opens the page at a function and waits until the deployment has said what it takes. */
async function openFunction(
  page: Page,
  openPlace: (place: string) => Promise<void>,
  path: string,
): Promise<void> {
  await openPlace(`functions?function=${path}`);
  await expect(page.getByRole("group", { name: "Arguments" }).getByText("Takes")).toBeVisible();
}

/** Presses Tab until the focus is where it is wanted. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("The keyboard does not get there.");
}

async function callQuery(deployment: RunningDeployment, path: string, args: string): Promise<unknown> {
  const body = `{"path":"${path}","args":${args},"format":"convex_encoded_json"}`;
  const answer = await deployment.fetch("/api/query", { method: "POST", body });
  return (parseJson(await answer.text()) as { value: unknown }).value;
}

async function firstId(deployment: RunningDeployment, path: string): Promise<string> {
  const found = (await callQuery(deployment, path, '{"limit":1}')) as readonly { _id: string }[];
  const id = found[0]?._id;
  if (id === undefined) throw new Error(`${path} found nothing.`);
  return id;
}

test("runs a query by keyboard alone", async ({ page, openPlace }) => {
  const { name, kind, result, status } = onPage(page);
  await openPlace("functions");
  await expect(page.getByRole("list", { name: "Functions", exact: true })).toBeVisible();
  await tabTo(page, name);
  await page.keyboard.type("ticklist");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(name).toHaveValue("tickets:list");
  await expect(kind.getByRole("radio", { name: "Query" })).toBeChecked();
  await expect(kind.getByRole("radio", { name: "Mutation" })).toBeDisabled();
  await page.keyboard.press("Control+Enter");
  await expect(status).toHaveText(/^Succeeded in \d/);
  await expect(result.getByRole("tree", { name: "Returned value" })).toContainText("[50]");
  await expect(page).toHaveURL(/#\/functions\?function=tickets%3Alist&kind=query$/);
});

test("runs a mutation by keyboard alone, and what it wrote is there", async ({
  page,
  openPlace,
  deployment,
}) => {
  const { args, result, status, log } = onPage(page);
  const ticket = await firstId(deployment, "tickets:list");
  const author = await firstId(deployment, "users:list");
  await openFunction(page, openPlace, "messages:send");
  await expect(args).toHaveValue(/"ticket": ""/);
  await tabTo(page, args);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(`{"ticket": "${ticket}", "author": "${author}", "body": "Sent by hand"}`);
  await expect(page.getByText("Fits the validator")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(status).toHaveText(/^Succeeded in/);
  await expect(log).toContainText("Sent a message {");
  const id = (await result.getByRole("treeitem").innerText()).match(/[a-z0-9]{31,37}/)?.[0] ?? "none";
  const messages = (await callQuery(deployment, "messages:list", "{}")) as readonly {
    _id: string;
    body: string;
  }[];
  expect(messages.find((message) => message._id === id)?.body).toBe("Sent by hand");
});

test("stops waiting for an action and says that it may still finish", async ({ page, openPlace }) => {
  const { args, run, stop, result, status } = onPage(page);
  await openFunction(page, openPlace, "slow:wait");
  await expect(stop).toBeDisabled();
  await args.fill('{"ms": 60000}');
  await page.keyboard.press("Control+Enter");
  await expect(status).toHaveText("Running");
  await tabTo(page, stop);
  await page.keyboard.press("Enter");
  await expect(status).toHaveText(/^Stopped after/);
  await expect(result).toContainText("The function may still finish on the deployment.");
  await expect(run).toBeEnabled();
});

test("runs an action to its end", async ({ page, openPlace }) => {
  const { args, result, status, log } = onPage(page);
  await openFunction(page, openPlace, "slow:wait");
  await args.fill('{"ms": 20}');
  await page.keyboard.press("Control+Enter");
  await expect(status).toHaveText(/^Succeeded in/);
  await expect(result).toContainText("waitedMs:20");
  await expect(log.getByRole("listitem")).toHaveText([/log\s*waiting 20 ms$/, /log\s*done$/]);
});

test("gives back every digit of an int64", async ({ page, openPlace }) => {
  const { args, result, status } = onPage(page);
  await openFunction(page, openPlace, "values:echo");
  // 9007199254740993, little-endian.
  await args.fill('{"value": [{"$integer": "AQAAAAAAIAA="}, {"$float": "AAAAAAAA+H8="}, -0.0]}');
  await page.keyboard.press("Control+Enter");
  await expect(status).toHaveText(/^Succeeded in/);
  await expect(result.getByRole("treeitem")).toHaveText([/\[3\]/, /9007199254740993n/, /NaN/, /-0/]);
  await result.getByRole("radio", { name: "Raw" }).click();
  const raw = result.getByRole("textbox", { name: "Returned value as JSON" });
  await expect(raw).toHaveValue(/"\$integer": "AQAAAAAAIAA="/);
});

test("says before it runs that an integer would be rounded, and mends it", async ({ page, openPlace }) => {
  const { args, result, status } = onPage(page);
  await openFunction(page, openPlace, "values:echo");
  await args.fill('{"value": 9007199254740993}');
  const problem = page.getByRole("list", { name: "Problems" }).getByRole("listitem");
  await expect(problem).toContainText("The deployment would read 9007199254740992");
  await problem.getByRole("button", { name: "Send it as int64" }).click();
  await expect(args).toHaveValue('{"value": {"$integer":"AQAAAAAAIAA="}}');
  await page.keyboard.press("Control+Enter");
  await expect(status).toHaveText(/^Succeeded in/);
  await expect(result).toContainText("9007199254740993n");
});

test("marks what is no JSON with its place and does not run it", async ({ page, openPlace }) => {
  const { args, run, status } = onPage(page);
  await openFunction(page, openPlace, "values:echo");
  await args.fill('{"value": 1,\n}');
  await expect(page.getByRole("alert").filter({ hasText: "Not JSON" })).toHaveText(
    'Not JSON at line 2, column 1: Unexpected "}", expected a key in double quotes.',
  );
  await expect(run).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Not run yet")).toBeVisible();
  await args.fill('{"value": 1}');
  await page.keyboard.press("Control+Enter");
  await expect(status).toHaveText(/^Succeeded in/);
});

test("reads out which argument a function refuses", async ({ page, openPlace }) => {
  const { args, result, status } = onPage(page);
  await openFunction(page, openPlace, "users:get");
  await args.fill('{"id": 5}');
  await expect(page.getByRole("list", { name: "Problems" })).toContainText(
    'v.id("users") is expected, this is a number.',
  );
  await page.keyboard.press("Control+Enter");
  await expect(status).toHaveText(/^Failed in/);
  await expect(result).toContainText("id does not match its validator.");
  await expect(result).toContainText("The function did not run.");
  await expect(result).toContainText('v.id("users")');
  await expectNoAxeFindings(page);
});

test("shows a ConvexError with its data as values", async ({ page, openPlace }) => {
  const { result, status } = onPage(page);
  await openFunction(page, openPlace, "errors:convexError");
  await page.keyboard.press("Control+Enter");
  await expect(status).toHaveText(/^Failed in/);
  await expect(result).toContainText("ConvexError");
  const data = result.getByRole("tree", { name: "errorData" });
  await expect(data).toContainText("25n");
  await expect(data).toContainText("Infinity");
  await expect(result).toContainText("Request id");
  await expect(result).not.toContainText("Server Error");
});

test("shows a thrown error with its stack and its log lines", async ({ page, openPlace }) => {
  const { result, log } = onPage(page);
  await openFunction(page, openPlace, "errors:thrown");
  await page.keyboard.press("Control+Enter");
  await expect(result).toContainText("The ticket could not be assigned: nobody is on duty");
  await expect(result).toContainText("at handler (../convex/errors.ts:");
  await expect(log).toContainText("about to fail");
});

test("says that an endless function was ended at its limit", async ({ page, openPlace }) => {
  const { result, log } = onPage(page);
  await openFunction(page, openPlace, "errors:endless");
  await page.keyboard.press("Control+Enter");
  await expect(result).toContainText("The function ran longer than 1s and was ended.");
  await expect(log).toContainText("this will never end");
});

test("shows log lines of every level as they were written", async ({ page, openPlace }) => {
  const { log } = onPage(page);
  await openFunction(page, openPlace, "logs:everyLevel");
  await page.keyboard.press("Control+Enter");
  const lines = log.getByRole("listitem");
  await expect(lines).toHaveCount(5);
  await expect(lines.nth(0)).toHaveText(/log\s*hello 1 -0 10n null undefined$/);
  await expect(lines.nth(1)).toContainText("debug");
  await expect(lines.nth(1)).toContainText("b: 'x',");
  await expect(lines.nth(2)).toHaveText(/info\s*Looked up 3 tickets \[ 1, 2, 3 \]$/);
  await expect(lines.nth(3)).toContainText("warnThis ticket has waited for");
  await expect(lines.nth(4)).toHaveText(/error\s*not thrown, only logged$/);
  await expect(log).toContainText("1 error, 1 warning");
  await expectNoAxeFindings(page);
});

test("shows as many log lines as there can be", async ({ page, openPlace }) => {
  const { args, log } = onPage(page);
  await openFunction(page, openPlace, "logs:many");
  await args.fill('{"count": 300}');
  await page.keyboard.press("Control+Enter");
  await expect(log.getByRole("listitem")).toHaveCount(256);
  await expect(log.getByRole("listitem").last()).toContainText("Log overflow");
});

test("keeps the outcome when the arguments change, and says so", async ({ page, openPlace }) => {
  const { args, result } = onPage(page);
  await openFunction(page, openPlace, "values:echo");
  await args.fill('{"value": "kept"}');
  await page.keyboard.press("Control+Enter");
  await expect(result).toContainText("kept");
  await args.fill('{"value": "other"}');
  await expect(page.getByText("Arguments changed since")).toBeVisible();
  await expect(result).toContainText("kept");
});

test("names the closest function for one that is not there, and goes to it", async ({ page, openPlace }) => {
  const { name, result, kind } = onPage(page);
  await openPlace("functions");
  await name.fill("tickets:lits");
  await name.press("Enter");
  await expect(page.getByText("No function matches “tickets:lits”.")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(result).toContainText("There is no function tickets:lits that this caller may call.");
  await expect(kind.getByRole("radio", { name: "Any" })).toBeEnabled();
  await page.getByRole("button", { name: "tickets:list", exact: true }).click();
  await expect(name).toHaveValue("tickets:list");
});

test("says what is wrong with a path and that nothing ran", async ({ page, openPlace }) => {
  const { name, result, status } = onPage(page);
  await openPlace("functions");
  await name.fill("api.messages.list");
  await page.keyboard.press("Control+Enter");
  await expect(status).toHaveText("No outcome");
  await expect(result.getByRole("alert")).toContainText("400 BadConvexFunctionIdentifier");
});

test("a function of another kind can be run as what it is", async ({ page, openPlace, site, deployment }) => {
  const { args, result, status } = onPage(page);
  await openPlace("functions");
  // Without its list a function's kind is only known from its refusal.
  site.config = { deployments: [{ name: deployment.name, url: deployment.url }] };
  await page.reload();
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await page.getByRole("button", { name: "Go on without a key" }).click();
  await onPage(page).name.fill("slow:wait");
  await args.fill('{"ms": 1}');
  await page.keyboard.press("Control+Enter");
  await expect(result).toContainText("slow:wait is an action, not a query.");
  await result.getByRole("button", { name: "Run as action" }).click();
  await expect(status).toHaveText(/^Succeeded in/);
  await expect(page).toHaveURL(/kind=action/);
});

test("without a key runs any function by its path and says why there is no list", async ({
  page,
  dashboardUrl,
  site,
  deployment,
}) => {
  const { name, kind, result, status } = onPage(page);
  site.config = { deployments: [{ name: deployment.name, url: deployment.url }] };
  await page.goto(`${dashboardUrl}#/functions`);
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await page.getByRole("button", { name: "Go on without a key" }).click();
  await expect(page.getByText("Functions are listed only for a deploy key")).toBeVisible();
  await tabTo(page, name);
  await page.keyboard.type("reports/daily:summary");
  await page.keyboard.press("Tab");
  await page.keyboard.press("End");
  await expect(kind.getByRole("radio", { name: "Any" })).toBeChecked();
  await page.keyboard.press("Control+Enter");
  await expect(status).toHaveText(/^Succeeded in/);
  await expect(result).toContainText("busiest");
  await expect(page).toHaveURL(/#\/functions\?function=reports%2Fdaily%3Asummary&kind=any$/);
});

test("explains a key that the deployment refuses", async ({ page, dashboardUrl, site, deployment }) => {
  const { result, status } = onPage(page);
  const key = `${deployment.name}|01deadbeef`;
  site.config = { deployments: [{ name: deployment.name, url: deployment.url, key }] };
  await page.goto(`${dashboardUrl}#/functions?function=tickets:list`);
  await expect(page.getByText("No list of functions")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(status).toHaveText("No outcome");
  await expect(result.getByRole("alert")).toContainText("401 BadAdminKey");
  await expect(result.getByRole("link", { name: "Connect with another key" })).toBeVisible();
  await expect(page.locator("body")).not.toContainText("deadbeef");
});

test.describe("when the deployment hides errors", () => {
  test.use({ deploymentStart: { options: { redactsErrors: true } } });

  test("explains that it does, and still shows the data of a ConvexError", async ({ page, openPlace }) => {
    const { result, log } = onPage(page);
    await openFunction(page, openPlace, "errors:thrown");
    await page.keyboard.press("Control+Enter");
    await expect(result).toContainText("The deployment keeps the error's text to itself.");
    await expect(log).toContainText("The deployment keeps log lines to itself.");
    await openFunction(page, openPlace, "errors:convexError");
    await page.keyboard.press("Control+Enter");
    await expect(result.getByRole("tree", { name: "errorData" })).toContainText("PLAN_LIMIT_REACHED");
  });
});

test.describe("when a mutation gets no answer", () => {
  test.use({
    deploymentStart: { faults: { faults: [{ path: "/api/mutation", rate: 1, kind: "drop-after" }] } },
  });

  test("says that it may have run all the same, and does not send it again", async ({
    page,
    openPlace,
    deployment,
  }) => {
    const { args, result } = onPage(page);
    const ticket = await firstId(deployment, "tickets:list");
    const author = await firstId(deployment, "users:list");
    let sent = 0;
    page.on("request", (request) => {
      if (request.method() === "POST" && request.url().endsWith("/api/mutation")) sent += 1;
    });
    await openFunction(page, openPlace, "messages:send");
    await args.fill(`{"ticket": "${ticket}", "author": "${author}", "body": "sent by a page"}`);
    await page.keyboard.press("Control+Enter");
    await expect(result.getByRole("alert")).toContainText("The function may have run all the same");
    // Chromium itself sends a request again when a connection that was in use before ends without an answer, so the
    // deployment may hear of one call more than once; the page makes one.
    expect(sent).toBe(1);
    const messages = (await callQuery(deployment, "messages:list", "{}")) as readonly { body: string }[];
    expect(messages.filter(({ body }) => body === "sent by a page")).not.toHaveLength(0);
  });
});

test.describe("when the deployment has too much to do", () => {
  test.use({
    deploymentStart: {
      faults: { faults: [{ path: "/api/mutation", rate: 1, kind: "status-before", status: 429 }] },
    },
  });

  test("says so in place of the result, and that nothing was written", async ({
    page,
    openPlace,
    deployment,
  }) => {
    const { args, result, status } = onPage(page);
    const ticket = await firstId(deployment, "tickets:list");
    await openFunction(page, openPlace, "tickets:close");
    await args.fill(`{"ticket": "${ticket}"}`);
    await page.keyboard.press("Control+Enter");
    await expect(status).toHaveText("No outcome");
    await expect(result.getByRole("alert")).toContainText("429 TooManyConcurrentRequests");
    await expect(result.getByRole("alert")).toContainText("The function wrote nothing.");
    await expect(result.getByRole("button", { name: "Ask again" })).toBeVisible();
  });
});

test("on a phone folds the arguments, keeps log lines in a tab and does not scroll sideways", async ({
  page,
  openPlace,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { run, result, log, args } = onPage(page);
  await openFunction(page, openPlace, "logs:everyLevel");
  await expect(args).toBeVisible();
  await run.click();
  await expect(result).toContainText("null");
  await expect(args).toBeHidden();
  await page.getByRole("tab", { name: "Log lines" }).click();
  await expect(log.getByRole("listitem")).toHaveCount(5);
  await expectNoAxeFindings(page);
  await page.getByRole("button", { name: "Functions" }).click();
  await page.getByRole("dialog").getByRole("link", { name: "everyType" }).click();
  await expect(page.getByRole("combobox", { name: "Function" })).toHaveValue("values:everyType");
  await expectNoSidewaysScroll(page);
});

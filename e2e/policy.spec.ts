import { expect, test } from "./fixtures.ts";
import { placeTable } from "./place-table.ts";

test("no place breaks the content security policy or asks another origin", async ({
  page,
  dashboardUrl,
  deployment,
}) => {
  const violations: string[] = [];
  const origins = new Set<string>();
  await page.exposeFunction("reportViolation", (violation: string) => violations.push(violation));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      void (window as unknown as { reportViolation(text: string): Promise<void> }).reportViolation(
        `${event.violatedDirective}: ${event.blockedURI}`,
      );
    });
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http")) origins.add(url.origin);
  });
  for (const place of placeTable) {
    await page.goto(`${dashboardUrl}#/${place.hash}`);
    await place.ready(page);
  }
  expect(violations).toEqual([]);
  expect([...origins].toSorted()).toEqual([new URL(dashboardUrl).origin, deployment.url].toSorted());
});

test("the server sends the policy as a header and the page carries it itself", async ({ dashboardUrl }) => {
  const response = await fetch(dashboardUrl);
  const header = response.headers.get("content-security-policy") ?? "";
  expect(header).toContain("require-trusted-types-for 'script'");
  expect(header).toContain("frame-ancestors 'none'");
  const text = await response.text();
  const meta = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1] ?? "";
  expect(header.startsWith(meta.replaceAll("&#39;", "'"))).toBe(true);
  expect(meta).toContain("default-src");
});

test("a page of another name gets no key", async ({ dashboardUrl, deployment }) => {
  const own = await (await fetch(`${dashboardUrl}config.json`)).text();
  expect(own).toContain(deployment.adminKey);
  const { request } = await import("node:http");
  const body = await new Promise<string>((resolve, reject) => {
    request(`${dashboardUrl}config.json`, { headers: { Host: "evil.example" } }, (response) => {
      let text = "";
      response.on("data", (part: Buffer) => (text += part.toString()));
      response.on("end", () => resolve(text));
    })
      .on("error", reject)
      .end();
  });
  expect(body).toBe('{"deployments":[]}');
});

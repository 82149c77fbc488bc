import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs `npm start`'s program until it says that it is ready, and then what is to be done with it. */
async function started<T>(args: readonly string[], job: (output: string) => Promise<T>): Promise<T> {
  const child = spawn(process.execPath, ["dist/node/start.js", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (part: Buffer) => {
      output += part.toString();
      if (output.includes("Ctrl+C")) resolve();
    });
    child.once("exit", (code) => reject(new Error(`ended with exit code ${code}: ${output}`)));
  });
  try {
    return await job(output);
  } finally {
    child.removeAllListeners("exit");
    child.kill("SIGTERM");
    await once(child, "exit");
  }
}

async function ended(args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, ["dist/node/start.js", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const text = { output: "", errors: "" };
  child.stdout.on("data", (part: Buffer) => (text.output += part.toString()));
  child.stderr.on("data", (part: Buffer) => (text.errors += part.toString()));
  const [code] = (await once(child, "exit")) as [number | null];
  return { code, ...text };
}

const anywhere = ["--port", "0", "--deployment-port", "0", "--data", ":memory:"];

function address(output: string, label: string): string {
  const found = new RegExp(`^${label} +(\\S+)`, "m").exec(output)?.[1];
  if (found === undefined) throw new Error(`No ${label} in ${output}`);
  return found;
}

test("npm start opens the dashboard already connected to the embedded deployment", async ({ page }) => {
  await started(anywhere, async (output) => {
    await page.goto(address(output, "Dashboard"));
    await expect(
      page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Functions" }),
    ).toBeVisible();
    const name = /\((.+)\)/.exec(output)?.[1] ?? "no name";
    await expect(page.getByRole("banner").getByText(name)).toBeVisible();
  });
});

test("npm start beyond this machine hands out no key", async () => {
  await started([...anywhere, "--host", "0.0.0.0"], async (output) => {
    const port = new URL(address(output, "Dashboard")).port;
    const config = (await (await fetch(`http://127.0.0.1:${port}/config.json`)).json()) as {
      deployments: object[];
    };
    expect(config.deployments).toHaveLength(1);
    expect(Object.keys(config.deployments[0] ?? {}).toSorted()).toEqual(["name", "url"]);
  });
});

test("npm start says which port is taken and by which flag another is chosen", async () => {
  const other = createServer();
  other.listen(0, "127.0.0.1");
  await once(other, "listening");
  const port = String((other.address() as AddressInfo).port);
  try {
    const dashboard = await ended(["--port", port, "--deployment-port", "0", "--data", ":memory:"]);
    expect(dashboard.code).toBe(3);
    expect(dashboard.errors).toContain(`Port ${port} is taken. Choose another with --port N`);
    const deployment = await ended(["--port", "0", "--deployment-port", port, "--data", ":memory:"]);
    expect(deployment.code).toBe(3);
    expect(deployment.errors).toContain(`Port ${port} is taken. Choose another with --deployment-port N`);
  } finally {
    other.close();
  }
});

test("npm start refuses a wrong flag with its usage", async () => {
  const wrong = await ended(["--prot", "1"]);
  expect(wrong.code).toBe(2);
  expect(wrong.errors).toContain("--deployment-port N");
  expect((await ended(["--port", "many"])).code).toBe(2);
});

import { expect, test } from "vitest";
import { readPasted } from "./read-pasted.ts";

test("reads the file that the command line writes", () => {
  const file =
    "# Deployment used by `npx convex dev`\nCONVEX_DEPLOYMENT=dev:happy-animal-123 # team: t, project: p\n\nVITE_CONVEX_URL=https://happy-animal-123.convex.cloud\n";
  expect(readPasted(file)).toEqual({ url: "https://happy-animal-123.convex.cloud", key: undefined });
});

test("reads address and key of a self-hosted deployment", () => {
  const file =
    "CONVEX_SELF_HOSTED_URL='http://127.0.0.1:3210'\r\nCONVEX_SELF_HOSTED_ADMIN_KEY='app|01abcd'\r\n";
  expect(readPasted(file)).toEqual({ url: "http://127.0.0.1:3210", key: "app|01abcd" });
});

test("reads settings whose line ends were lost on the way", () => {
  const line = "CONVEX_SELF_HOSTED_URL=http://127.0.0.1:3210CONVEX_SELF_HOSTED_ADMIN_KEY=app|01abcd";
  expect(readPasted(line)).toEqual({ url: "http://127.0.0.1:3210", key: "app|01abcd" });
  expect(
    readPasted('NEXT_PUBLIC_CONVEX_URL="https://a-b-1.convex.cloud" CONVEX_DEPLOY_KEY="prod:a-b-1|01"'),
  ).toEqual({
    url: "https://a-b-1.convex.cloud",
    key: "prod:a-b-1|01",
  });
});

test("gives the name where only the deployment is named", () => {
  expect(readPasted("CONVEX_DEPLOYMENT=dev:happy-animal-123 # team: t")).toEqual({
    url: "happy-animal-123",
    key: undefined,
  });
});

test("reads lines of a shell", () => {
  expect(readPasted('export CONVEX_DEPLOY_KEY="prod:a-b-1|01abcd"')).toEqual({
    url: undefined,
    key: "prod:a-b-1|01abcd",
  });
});

test("prefers the address that the command line itself uses", () => {
  const file =
    "NEXT_PUBLIC_CONVEX_URL=https://proxy.example.com\nCONVEX_SELF_HOSTED_URL=http://127.0.0.1:3210";
  expect(readPasted(file)?.url).toBe("http://127.0.0.1:3210");
});

test("takes a key alone for a key", () => {
  expect(readPasted(" prod:a-b-1|01abcd\n")).toEqual({ url: undefined, key: "prod:a-b-1|01abcd" });
});

test.each([
  "https://happy-animal-123.convex.cloud",
  "happy-animal-123",
  "",
  "FOO=bar",
  "CONVEX_URL=",
  "127.0.0.1:3210",
  "app|01abcd",
])("leaves %j to the field it was pasted into", (text) => {
  expect(readPasted(text)).toBeUndefined();
});

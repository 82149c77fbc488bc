import { expect, test } from "vitest";
import { isOwnMachine, nameInAddress, readAddress } from "./read-address.ts";

const urlOf = (text: string) => {
  const address = readAddress(text);
  return address.kind === "address" ? address.url : `unusable: ${address.reason}`;
};

test.each([
  ["https://tall-crane-215.convex.cloud", "https://tall-crane-215.convex.cloud"],
  ["  https://tall-crane-215.convex.cloud/// ", "https://tall-crane-215.convex.cloud"],
  ['"https://tall-crane-215.convex.cloud/"', "https://tall-crane-215.convex.cloud"],
  ["\u200bhttps://tall-crane-215.convex.cloud\ufeff", "https://tall-crane-215.convex.cloud"],
  ["tall-crane-215.convex.cloud", "https://tall-crane-215.convex.cloud"],
  ["tall-crane-215", "https://tall-crane-215.convex.cloud"],
  ["https://tall-crane-215.convex.site/hook", "https://tall-crane-215.convex.cloud/hook"],
  ["https://dashboard.convex.dev/d/tall-crane-215/data?table=users", "https://tall-crane-215.convex.cloud"],
  ["https://dashboard.convex.dev/t/team/app/tall-crane-215/functions", "https://tall-crane-215.convex.cloud"],
  ["127.0.0.1:3210", "http://127.0.0.1:3210"],
  ["localhost:3210/", "http://localhost:3210"],
  ["192.168.1.20:3210", "http://192.168.1.20:3210"],
  ["[::1]:3210", "http://[::1]:3210"],
  ["HTTP://LocalHost:3210", "http://localhost:3210"],
  ["http://127.0.0.1:3210/api/query?x=1#y", "http://127.0.0.1:3210"],
  ["http://127.0.0.1:3210/instance_name", "http://127.0.0.1:3210"],
  ["https://example.com/backend/", "https://example.com/backend"],
  ["https://example.com/backend/api/list_snapshot", "https://example.com/backend"],
])("reads %j", (typed, url) => {
  expect(urlOf(typed)).toBe(url);
});

test.each([
  "",
  "   ",
  "\u200b",
  "ftp://example.com",
  "https://user:secret@example.com",
  "http://",
  "https://a b",
])("says why %j cannot be used", (typed) => {
  expect(urlOf(typed)).toMatch(/^unusable: .+\.$/);
});

test("does not repeat a password in the reason", () => {
  expect(urlOf("https://user:secret@example.com")).not.toContain("secret");
});

test("knows which hosts are this machine", () => {
  for (const host of ["localhost", "app.localhost", "127.0.0.1", "127.1.2.3", "[::1]"])
    expect(isOwnMachine(host)).toBe(true);
  for (const host of ["localhost.example.com", "example.com", "10.0.0.1", "128.0.0.1"])
    expect(isOwnMachine(host)).toBe(false);
});

test("finds the name in a hosted address only", () => {
  expect(nameInAddress("https://tall-crane-215.convex.cloud")).toBe("tall-crane-215");
  expect(nameInAddress("https://tall-crane-215.eu-west-1.convex.cloud")).toBe("tall-crane-215");
  expect(nameInAddress("http://127.0.0.1:3210")).toBeUndefined();
  expect(nameInAddress("https://tall-crane-215.convex.cloud.example.com")).toBeUndefined();
});

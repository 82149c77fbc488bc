import { expect, test } from "vitest";
import { authorization, deploymentId } from "./connection.ts";

const connection = {
  url: "http://127.0.0.1:3210",
  name: "tall-crane-215",
  key: "dev:tall-crane-215|secret",
  userToken: "a.b.c",
};

test("authorises as the one the call speaks for", () => {
  expect(authorization(connection, "key")).toBe("Convex dev:tall-crane-215|secret");
  expect(authorization(connection, "user")).toBe("Bearer a.b.c");
  expect(authorization(connection, "nobody")).toBeUndefined();
});

test("sends nothing where there is nothing", () => {
  const bare = { ...connection, key: undefined, userToken: undefined };
  expect(authorization(bare, "key")).toBeUndefined();
  expect(authorization(bare, "user")).toBeUndefined();
});

test("tells copies of one deployment apart by their address", () => {
  expect(deploymentId(connection)).toBe("tall-crane-215@127.0.0.1:3210");
  expect(deploymentId({ ...connection, url: "http://127.0.0.1:3211" })).not.toBe(deploymentId(connection));
});

test("keeps the key out of what tells deployments apart", () => {
  expect(deploymentId(connection)).not.toContain("secret");
});

import { afterEach, beforeEach, expect, test, vi } from "vitest";

class Shelf {
  readonly kept = new Map<string, string>();
  getItem(name: string) {
    return this.kept.get(name) ?? null;
  }
  setItem(name: string, text: string) {
    this.kept.set(name, text);
  }
  removeItem(name: string) {
    this.kept.delete(name);
  }
}

let local: Shelf;
let tab: Shelf;

beforeEach(() => {
  local = new Shelf();
  tab = new Shelf();
  vi.stubGlobal("localStorage", local);
  vi.stubGlobal("sessionStorage", tab);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** What a page does when it is loaded: fresh modules, the same storage. */
async function load(given: readonly { name: string; url: string; key: string | undefined }[] = []) {
  vi.resetModules();
  const { createSession } = await import("./session.ts");
  return createSession(given);
}

const crane = {
  name: "tall-crane-215",
  url: "http://127.0.0.1:3210",
  key: "dev:tall-crane-215|secret",
  userToken: "a.b.token",
};
const otter = {
  name: "careful-otter-412",
  url: "https://otter.example",
  key: "prod:careful-otter-412|secret",
  userToken: undefined,
};
const everything = () => JSON.stringify([...local.kept, ...tab.kept]);

test("opens the deployment that came with the page and stores nothing of its key", async () => {
  const session = await load([{ name: crane.name, url: crane.url, key: crane.key }]);
  expect(session.read().client?.connection).toMatchObject({ name: crane.name, key: crane.key });
  expect(everything()).not.toContain("secret");
});

test("does not open a given deployment without a key", async () => {
  const session = await load([{ name: crane.name, url: crane.url, key: undefined }]);
  expect(session.read()).toEqual({ client: undefined, lastUrl: crane.url });
});

test("asks again for a key kept in memory, beginning with the same address", async () => {
  (await load()).open(crane, "memory");
  expect(everything()).not.toContain("secret");
  expect(everything()).not.toContain("token");
  expect((await load()).read()).toEqual({ client: undefined, lastUrl: crane.url });
});

test("comes back by itself when the key is kept for the tab", async () => {
  (await load()).open(crane, "tab");
  expect(JSON.stringify([...local.kept])).not.toContain("secret");
  const session = await load();
  expect(session.read().client?.connection).toEqual(crane);
});

test("comes back to the last of several kept for the tab", async () => {
  const before = await load();
  before.open(crane, "tab");
  before.open(otter, "tab");
  expect(before.reopen(crane)).toBe(true);
  expect((await load()).read().client?.connection.name).toBe(crane.name);
});

test("prefers what the tab keeps to what came with the page", async () => {
  (await load()).open(otter, "tab");
  const session = await load([{ name: crane.name, url: crane.url, key: crane.key }]);
  expect(session.read().client?.connection.name).toBe(otter.name);
});

test("takes a key out of the tab when its owner wants it in memory only", async () => {
  const session = await load();
  session.open(crane, "tab");
  session.open(crane, "memory");
  expect(everything()).not.toContain("secret");
});

test("switches back without a key as long as the page lives", async () => {
  const session = await load();
  session.open(crane, "memory");
  session.open(otter, "memory");
  expect(session.reopen({ name: crane.name, url: crane.url })).toBe(true);
  expect(session.read().client?.connection).toEqual(crane);
});

test("says that a key has to be asked for", async () => {
  (await load()).open(crane, "memory");
  const session = await load();
  expect(session.reopen({ name: crane.name, url: crane.url })).toBe(false);
});

test("forgets a deployment with its key and closes it", async () => {
  const session = await load();
  session.open(crane, "tab");
  session.forget(crane);
  expect(session.read()).toEqual({ client: undefined, lastUrl: "" });
  expect(session.reopen(crane)).toBe(false);
  expect(everything()).not.toContain("crane");
});

test("tells listeners about every change", async () => {
  const session = await load();
  const told = vi.fn();
  const end = session.subscribe(told);
  session.open(crane, "memory");
  session.forget(crane);
  end();
  session.open(otter, "memory");
  expect(told).toHaveBeenCalledTimes(2);
});

test("takes damaged storage for empty", async () => {
  tab.setItem("deltascope.connections.any.v1", '[{"name":5}]');
  local.setItem("deltascope.deployments.any.v1", "{nonsense");
  expect((await load()).read()).toEqual({ client: undefined, lastUrl: "" });
});

test("works where the browser forbids storage", async () => {
  const forbidden = () => {
    throw new DOMException("no", "SecurityError");
  };
  vi.stubGlobal("localStorage", { getItem: forbidden, setItem: forbidden, removeItem: forbidden });
  vi.stubGlobal("sessionStorage", { getItem: forbidden, setItem: forbidden, removeItem: forbidden });
  const session = await load();
  session.open(crane, "tab");
  expect(session.read().client?.connection).toEqual(crane);
});

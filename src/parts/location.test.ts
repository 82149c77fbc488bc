import { afterEach, beforeEach, expect, test, vi } from "vitest";

/** As much of a browser's history as the module touches: entries, and popstate when one goes through them. */
class Tab {
  entries: { hash: string; state: unknown }[];
  at = 0;
  private readonly onPop = new Set<(event: { state: unknown }) => void>();

  constructor(hash: string) {
    this.entries = [{ hash, state: null }];
    const location = { href: { get: () => `http://page/${this.hash}` }, hash: { get: () => this.hash } };
    vi.stubGlobal("location", Object.defineProperties({}, location));
    const history = {
      pushState: (state: unknown, _: string, to: string) => this.push(to, state),
      replaceState: (state: unknown, _: string, to = this.hash) => {
        this.entries[this.at] = { hash: to, state };
      },
      go: (steps: number) => this.go(steps),
    };
    vi.stubGlobal(
      "history",
      Object.defineProperty(history, "state", { get: () => this.entries[this.at]?.state }),
    );
    vi.stubGlobal("addEventListener", (name: string, listener: (event: { state: unknown }) => void) => {
      if (name === "popstate") this.onPop.add(listener);
    });
    vi.stubGlobal("removeEventListener", (_: string, listener: (event: { state: unknown }) => void) => {
      this.onPop.delete(listener);
    });
  }

  get hash(): string {
    return this.entries[this.at]?.hash ?? "";
  }

  go(steps: number): void {
    this.at += steps;
    this.pop();
  }

  /** A plain link, or a hash typed by hand. */
  follow(hash: string): void {
    this.push(hash, null);
    this.pop();
  }

  private push(hash: string, state: unknown): void {
    this.entries = [...this.entries.slice(0, this.at + 1), { hash, state }];
    this.at += 1;
  }

  private pop(): void {
    for (const listener of this.onPop) listener({ state: this.entries[this.at]?.state });
  }
}

let tab: Tab;
let places: Awaited<ReturnType<typeof load>>;
const load = () => import("./location.ts");

beforeEach(async () => {
  tab = new Tab("#/data?table=users&at=1763917311123456789");
  vi.resetModules();
  places = await load();
});
afterEach(() => vi.unstubAllGlobals());

const here = () => places.currentHere().path + places.currentHere().search;

test("reads the place that the page was opened at", () => {
  expect(places.currentHere()).toEqual({ path: "/data", search: "?table=users&at=1763917311123456789" });
});

test("goes to a place, tells listeners and leaves a step to go back by", () => {
  const told = vi.fn();
  const end = places.subscribeHere(told);
  places.goTo("/history?since=5");
  expect(here()).toBe("/history?since=5");
  tab.go(-1);
  expect(here()).toBe("/data?table=users&at=1763917311123456789");
  expect(told).toHaveBeenCalledTimes(2);
  end();
});

test("leaves no step behind when it replaces", () => {
  places.goTo("/schema", true);
  expect(tab.entries.map((entry) => entry.hash)).toEqual(["#/schema"]);
});

test("does nothing when one is there already", () => {
  places.goTo("/data?table=users&at=1763917311123456789");
  expect(tab.entries).toHaveLength(1);
});

test("follows plain links and hashes typed by hand", () => {
  const end = places.subscribeHere(() => undefined);
  tab.follow("#/schema");
  expect(here()).toBe("/schema");
  tab.follow("");
  expect(here()).toBe("/");
  end();
});

test("asks before another page takes this one's place, and goes on when told to", () => {
  const end = places.subscribeHere(() => undefined);
  const asked = vi.fn<(proceed: () => void) => void>();
  places.guardHere(asked);
  places.goTo("/schema");
  expect([here(), asked.mock.calls.length]).toEqual(["/data?table=users&at=1763917311123456789", 1]);
  asked.mock.calls[0]?.[0]();
  expect(here()).toBe("/schema");
  end();
});

test("takes a plain link, and the browser's Back, back while it asks", () => {
  const end = places.subscribeHere(() => undefined);
  places.goTo("/import");
  const asked = vi.fn<(proceed: () => void) => void>();
  const stop = places.guardHere(asked);
  tab.follow("#/schema");
  expect([here(), tab.hash]).toEqual(["/import", "#/import"]);
  tab.go(-1);
  expect([here(), tab.hash]).toEqual(["/import", "#/import"]);
  expect(asked).toHaveBeenCalledTimes(2);
  asked.mock.calls[1]?.[0]();
  expect(here()).toBe("/data?table=users&at=1763917311123456789");
  stop();
  end();
});

test("does not ask for another search of the same page", () => {
  const asked = vi.fn();
  places.guardHere(asked);
  places.goTo("/data?table=tickets");
  expect([here(), asked.mock.calls.length]).toEqual(["/data?table=tickets", 0]);
});

import { afterEach, expect, test, vi } from "vitest";
import { number, object } from "valibot";
import { stored } from "./stored.ts";

const shelf = (texts: Readonly<Record<string, string>>) => {
  const kept = new Map(Object.entries(texts));
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => kept.set(name, text),
  });
  return kept;
};
afterEach(() => vi.unstubAllGlobals());

const options = (area: string) => ({
  area,
  deployment: "a@b:1",
  version: 2,
  schema: object({ width: number() }),
  fallback: { width: 1 },
});

test("reads what was written under area, deployment and version", () => {
  shelf({ "deltascope.reads.a@b:1.v2": '{"width":7}' });
  expect(stored(options("reads")).read()).toEqual({ width: 7 });
});

test("takes another version, another form and nonsense for not there", () => {
  shelf({
    "deltascope.old.a@b:1.v1": '{"width":7}',
    "deltascope.form.a@b:1.v2": '{"width":"7"}',
    "deltascope.cut.a@b:1.v2": '{"wid',
  });
  for (const area of ["old", "form", "cut", "absent"])
    expect(stored(options(area)).read()).toEqual({ width: 1 });
});

test("writes as text and tells everybody who uses the name", () => {
  const kept = shelf({});
  const told = vi.fn();
  const one = stored(options("tells"));
  const end = one.subscribe(told);
  stored(options("tells")).write({ width: 9 });
  end();
  expect(told).toHaveBeenCalledOnce();
  expect(one.read()).toEqual({ width: 9 });
  expect(kept.get("deltascope.tells.a@b:1.v2")).toBe('{"width":9}');
});

test("gives the same object for the same value, as React needs it", () => {
  shelf({ "deltascope.same.a@b:1.v2": '{"width":7}' });
  expect(stored(options("same")).read()).toBe(stored(options("same")).read());
});

test("keeps a value while the page lives where storage is forbidden", () => {
  const forbidden = () => {
    throw new DOMException("no", "SecurityError");
  };
  vi.stubGlobal("localStorage", { getItem: forbidden, setItem: forbidden });
  const one = stored(options("forbidden"));
  one.write({ width: 3 });
  expect(one.read()).toEqual({ width: 3 });
});

import { expect, test } from "vitest";
import { comboboxOptions, shownLimit } from "./combobox-options.ts";

const values = (typed: string, options: Parameters<typeof comboboxOptions>[0]) =>
  comboboxOptions(options, typed).map((shown) => shown.option.value);

test("everything is shown in its own order before anything is typed", () => {
  expect(values("", [{ value: "b" }, { value: "a" }])).toEqual(["b", "a"]);
});

test("groups stay together, the one with the nearest option first", () => {
  const options = [
    { value: "users:list", group: "users" },
    { value: "tickets:enlist", group: "tickets" },
    { value: "lister:run", group: "lister" },
    { value: "users:relist", group: "users" },
  ];
  expect(values("list", options)).toEqual(["lister:run", "users:list", "users:relist", "tickets:enlist"]);
});

test("a long list is cut", () => {
  const options = Array.from({ length: 500 }, (_, index) => ({ value: `f${index}` }));
  expect(comboboxOptions(options, "f")).toHaveLength(shownLimit);
});

import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

/** A place as the looks and access tests visit it: its hash, and what is on screen once its data has arrived. */
export interface PlaceOnScreen {
  readonly name: string;
  readonly hash: string;
  ready(page: Page): Promise<void>;
}

export const placeTable: readonly PlaceOnScreen[] = [
  {
    name: "functions",
    hash: "functions?function=messages:list&kind=query",
    ready: (page) => expect(page.getByRole("textbox", { name: "Arguments" })).toBeVisible(),
  },
  {
    name: "schema",
    hash: "schema?table=tickets",
    ready: (page) => expect(page.getByText("_creationTime").first()).toBeVisible(),
  },
  {
    name: "data",
    hash: "data?table=tickets",
    ready: (page) =>
      expect(page.getByRole("grid", { name: "Documents" }).getByRole("rowheader").first()).toBeVisible(),
  },
  {
    name: "history",
    hash: "history",
    ready: (page) => expect(page.getByRole("article").first()).toBeVisible(),
  },
  {
    name: "import",
    hash: "import",
    ready: (page) => expect(page.getByRole("list", { name: "Steps" })).toBeVisible(),
  },
  {
    name: "connect",
    hash: "connect",
    ready: (page) => expect(page.getByRole("button", { name: "Connect", exact: true })).toBeVisible(),
  },
];

import { lazy, type ComponentType } from "react";
import { connectPlace } from "#places/connect-place.ts";
import { dataPlace } from "#places/data-place.ts";
import { functionsPlace } from "#places/functions-place.ts";
import { historyPlace } from "#places/history-place.ts";
import { importPlace } from "#places/import-place.ts";
import { schemaPlace } from "#places/schema-place.ts";

interface Page {
  readonly Component: ComponentType;
  /** Fetches the page before it is asked for. */
  readonly preload: () => void;
}

function page(load: () => Promise<ComponentType>): Page {
  return {
    Component: lazy(async () => ({ default: await load() })),
    preload: () => void load().catch(() => undefined),
  };
}

/** The page of each place, fetched when it is first needed. */
export const pages: Readonly<Record<string, Page>> = {
  [functionsPlace.path]: page(
    async () => (await import("#features/function-runner/function-runner-page.tsx")).FunctionRunnerPage,
  ),
  [schemaPlace.path]: page(
    async () => (await import("#features/schema-browser/schema-browser-page.tsx")).SchemaBrowserPage,
  ),
  [dataPlace.path]: page(
    async () => (await import("#features/data-explorer/data-explorer-page.tsx")).DataExplorerPage,
  ),
  [historyPlace.path]: page(
    async () => (await import("#features/change-history/change-history-page.tsx")).ChangeHistoryPage,
  ),
  [importPlace.path]: page(
    async () => (await import("#features/import-wizard/import-wizard-page.tsx")).ImportWizardPage,
  ),
  [connectPlace.path]: page(async () => (await import("./connect/connect-page.tsx")).ConnectPage),
};

import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { connectPlace } from "#places/connect-place.ts";
import { dataPlace } from "#places/data-place.ts";
import { functionsPlace } from "#places/functions-place.ts";
import { historyPlace } from "#places/history-place.ts";
import { importPlace } from "#places/import-place.ts";
import { parseSearchTexts, printSearchTexts } from "#places/search-text.ts";
import { schemaPlace } from "#places/schema-place.ts";
import { NotFound } from "./not-found.tsx";
import { RootFrame } from "./root-frame.tsx";
import { RouteError } from "./route-error.tsx";

const root = createRootRoute({
  component: RootFrame,
  notFoundComponent: NotFound,
  errorComponent: RouteError,
});
const at = <const Path extends string>(path: Path) => ({
  getParentRoute: () => root,
  path,
  errorComponent: RouteError,
});

const routes = root.addChildren([
  createRoute({
    ...at("/"),
    beforeLoad: () => {
      throw redirect({ to: functionsPlace.path, replace: true });
    },
  }),
  createRoute({
    ...at(functionsPlace.path),
    component: lazyRouteComponent(
      () => import("#features/function-runner/function-runner-page.tsx"),
      "FunctionRunnerPage",
    ),
  }),
  createRoute({
    ...at(schemaPlace.path),
    component: lazyRouteComponent(
      () => import("#features/schema-browser/schema-browser-page.tsx"),
      "SchemaBrowserPage",
    ),
  }),
  createRoute({
    ...at(dataPlace.path),
    component: lazyRouteComponent(
      () => import("#features/data-explorer/data-explorer-page.tsx"),
      "DataExplorerPage",
    ),
  }),
  createRoute({
    ...at(historyPlace.path),
    component: lazyRouteComponent(
      () => import("#features/change-history/change-history-page.tsx"),
      "ChangeHistoryPage",
    ),
  }),
  createRoute({
    ...at(importPlace.path),
    component: lazyRouteComponent(
      () => import("#features/import-wizard/import-wizard-page.tsx"),
      "ImportWizardPage",
    ),
  }),
  createRoute({
    ...at(connectPlace.path),
    component: lazyRouteComponent(() => import("./connect/connect-page.tsx"), "ConnectPage"),
  }),
]);

/**
 * Places live after the `#`, so the page runs from any static host and no server's log learns where one is. Search
 * values stay text: the router would read them as JSON and round every timestamp.
 */
export function createAppRouter() {
  return createRouter({
    routeTree: routes,
    history: createHashHistory(),
    parseSearch: (search) => parseSearchTexts(search),
    stringifySearch: (search) => printSearchTexts(search),
    defaultPreload: "intent",
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: NotFound,
  });
}

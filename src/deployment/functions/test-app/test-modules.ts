import type { Modules } from "#deployment/functions/worker/analyze-modules.ts";
import * as actions from "./actions.ts";
import * as database from "./database.ts";
import * as environment from "./environment.ts";
import * as nested from "./nested.ts";

/** Functions for the tests of the host; no deployment has them. */
export const testModules: Modules = {
  "actions.js": actions,
  "database.js": database,
  "environment.js": environment,
  "nested.js": nested,
};

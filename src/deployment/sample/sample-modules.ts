import type { Modules } from "#deployment/functions/worker/analyze-modules.ts";
import * as big from "./big.ts";
import * as errors from "./errors.ts";
import * as health from "./health.ts";
import * as logs from "./logs.ts";
import * as maintenance from "./maintenance.ts";
import * as messages from "./messages.ts";
import * as daily from "./reports/daily.ts";
import * as slow from "./slow.ts";
import * as tickets from "./tickets.ts";
import * as users from "./users.ts";
import * as values from "./values.ts";

/** The modules of the sample app, as a deployment would have them after a push. */
export const sampleModules: Modules = {
  "big.js": big,
  "errors.js": errors,
  "health.js": health,
  "logs.js": logs,
  "maintenance.js": maintenance,
  "messages.js": messages,
  "reports/daily.js": daily,
  "slow.js": slow,
  "tickets.js": tickets,
  "users.js": users,
  "values.js": values,
};

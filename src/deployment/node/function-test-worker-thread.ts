import { testModules } from "#deployment/functions/test-app/test-modules.ts";
import { serveThread } from "./serve-thread.ts";

serveThread(testModules, "/functions/test-app/");

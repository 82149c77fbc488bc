import { sampleModules } from "#deployment/sample/sample-modules.ts";
import { serveThread } from "./serve-thread.ts";

serveThread(sampleModules, "/deployment/sample/");

import { expect, test } from "vitest";
import { stackFrames } from "./stack-frames.ts";

const stack = `Error: boom
    at helper (/srv/app/src/deployment/sample/tickets.ts:3:9)
    at Object.handler [as invoke] (file:///srv/app/src/deployment/sample/reports/daily.ts:10:11)
    at async handler (/srv/app/src/deployment/sample/tickets.ts:20:5)
    at /srv/app/src/deployment/sample/tickets.ts:1:1
    at async invokeFunction (/srv/app/node_modules/convex/dist/esm/server/impl.js:80:14)
    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)`;

test("only the app's own frames remain, with paths as in its folder", () => {
  expect(stackFrames(stack, "/deployment/sample/")).toBe(
    "    at helper (../convex/tickets.ts:3:9)\n" +
      "    at handler (../convex/reports/daily.ts:10:11)\n" +
      "    at async handler (../convex/tickets.ts:20:5)\n" +
      "    at ../convex/tickets.ts:1:1\n",
  );
});

test("an error without a stack has no frames", () => {
  expect(stackFrames(undefined, "/deployment/sample/")).toBe("");
});

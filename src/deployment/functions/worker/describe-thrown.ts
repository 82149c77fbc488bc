import type { InvocationResult } from "#deployment/functions/worker-messages.ts";
import { cutToBytes } from "./cut-to-bytes.ts";
import { OutOfMemory } from "./refuse-huge-texts.ts";
import { stackFrames } from "./stack-frames.ts";

const convexError = Symbol.for("ConvexError");
/** In bytes. */
const largestMessage = 65_536;

/** What the host needs to know of something that a function threw. */
export function describeThrown(thrown: unknown, root: string): InvocationResult {
  if (thrown instanceof OutOfMemory) return { kind: "outOfMemory" };
  if (!(thrown instanceof Error)) return { kind: "threw", message: `Uncaught ${textOf(thrown)}`, frames: "" };
  const frames = stackFrames(thrown.stack, root);
  if (convexError in thrown && "data" in thrown && typeof thrown.data === "string") {
    // The registration of `convex/server` has by now made JSON text of the data.
    const { data } = thrown;
    return {
      kind: "threw",
      message: cutToBytes(`Uncaught ConvexError: ${thrown.message || data}`, largestMessage),
      frames,
      data,
    };
  }
  const text = thrown.message === "" ? "" : `: ${thrown.message}`;
  return { kind: "threw", message: cutToBytes(`Uncaught ${thrown.name}${text}`, largestMessage), frames };
}

function textOf(thrown: unknown): string {
  try {
    return String(thrown);
  } catch {
    return "[object Object]";
  }
}

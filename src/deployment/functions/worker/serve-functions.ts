import type { Answer, Invocation, InvocationResult } from "#deployment/functions/worker-messages.ts";
import { analyzeModules, type Modules } from "./analyze-modules.ts";
import { captureConsole } from "./capture-console.ts";
import { describeThrown } from "./describe-thrown.ts";
import { FunctionEnvironment } from "./function-environment.ts";
import { functionGlobal, type ConvexGlobal } from "./function-global.ts";
import { registeredFunction } from "./registered-function.ts";
import { UsedTime } from "./used-time.ts";
import type { WorkerPort } from "./worker-port.ts";

/** Beyond this the host drops lines anyway; an endless loop of them must not fill its memory. */
const mostLines = 256;

interface Settings {
  readonly modules: Modules;
  /** The folder of the modules as it appears in stacks. */
  readonly root: string;
  readonly port: WorkerPort;
  /** The worker's global scope, whose clock, console and randomness become the functions'. */
  readonly scope: typeof globalThis;
}

/** Runs functions, one call at a time, for the host at the other end of the port. Never ends by itself. */
export function serveFunctions({ modules, root, port, scope }: Settings): void {
  // Functions may replace what they find in the global scope; this clock stays.
  const clock = scope.performance.now.bind(scope.performance);
  const environment = new FunctionEnvironment(scope);
  const pending = new Map<number, { resolve(json: string): void; reject(error: Error): void }>();
  let used = new UsedTime(clock);
  let lastId = 0;

  port.onMessage((message) => {
    if (message.kind === "answer") {
      used.resume();
      settle(message.id, message.answer);
    } else {
      used = new UsedTime(clock);
      void invoke(message.invocation);
    }
  });
  port.post({ kind: "ready", analysis: analyzeModules(modules) });

  function settle(id: number, answer: Answer): void {
    const waiting = pending.get(id);
    pending.delete(id);
    if (answer.kind === "ok") waiting?.resolve(answer.json);
    else waiting?.reject(syscallError(answer.message, answer.data));
  }

  function ask(op: string, args: string): Promise<string> {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      pending.set(id, { resolve, reject });
      port.post({ kind: "syscall", id, op, args, usedMs: used.read() });
    });
  }

  async function invoke(invocation: Invocation): Promise<void> {
    environment.enter(invocation.udfType, invocation.seed, invocation.now, clock);
    let lines = 0;
    const write = (line: string): void => {
      lines += 1;
      if (lines <= mostLines) port.post({ kind: "log", line });
    };
    scope.console = captureConsole(write, clock) as unknown as Console;
    (scope as { Convex?: ConvexGlobal }).Convex = functionGlobal(invocation, ask);
    const result = await outcome(invocation);
    // Answers to calls that the function never awaited must not reach the next one.
    pending.clear();
    port.post({ kind: "done", result, usedMs: used.read() });
  }

  async function outcome(invocation: Invocation): Promise<InvocationResult> {
    try {
      const registered = registeredFunction(modules[invocation.module]?.[invocation.function]);
      if (registered === undefined) throw new Error(`No function ${invocation.function}`);
      return { kind: "returned", json: await registered.invoke(invocation.requestId, invocation.args) };
    } catch (thrown) {
      return describeThrown(thrown, root);
    }
  }
}

/** An error as `convex/server` expects it from its host: with `data` it becomes a ConvexError again. */
function syscallError(message: string, data: string | undefined): Error {
  const error = new Error(message);
  return data === undefined ? error : Object.assign(error, { data: JSON.parse(data) as unknown });
}

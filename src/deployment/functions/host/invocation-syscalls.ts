import type { UdfType } from "#deployment/functions/udf-type.ts";
import type { Answer } from "#deployment/functions/worker-messages.ts";
import { printValue } from "#deployment/http/print-value.ts";
import { decodeValue, type ConvexValue } from "#values/convex-value.ts";
import { parseFunctionPath, type FunctionPath } from "#values/function-path.ts";
import type { Json, JsonObject } from "#values/json.ts";
import { DatabaseSyscalls } from "./database-syscalls.ts";
import { metadataAnswer } from "./function-metadata.ts";
import { indexFieldsOf } from "./index-fields.ts";
import type { FunctionParts, Run, RunResult } from "./run-function.ts";
import { errorAnswer, isSystemFault, NestedFailure } from "./syscall-fault.ts";

/** Runs a function on behalf of another one. */
export type NestedCalls = (
  caller: Run,
  udfType: UdfType,
  path: FunctionPath,
  args: ConvexValue,
) => Promise<RunResult>;

const nestedOps: Readonly<Record<string, UdfType>> = {
  "1.0/actions/query": "query",
  "1.0/actions/mutation": "mutation",
  "1.0/actions/action": "action",
};

/** Answers the asynchronous calls of one invocation, one after the other where they share a transaction. */
export class InvocationSyscalls {
  /** Set when something went wrong that is not the function's fault. */
  fault: unknown;
  readonly #parts: FunctionParts;
  readonly #run: Run;
  readonly #nested: NestedCalls;
  readonly #database: DatabaseSyscalls | undefined;
  /** While a nested call has the transaction, later calls queue behind it. */
  #tail: Promise<unknown> | undefined;

  constructor(parts: FunctionParts, run: Run, nested: NestedCalls) {
    this.#parts = parts;
    this.#run = run;
    this.#nested = nested;
    const { transaction } = run;
    this.#database =
      transaction &&
      new DatabaseSyscalls({
        transaction,
        canWrite: run.analyzed.udfType === "mutation",
        indexFields: indexFieldsOf(parts.store),
        limits: parts.limits,
      });
  }

  answer(op: string, json: string): Answer | Promise<Answer> {
    const args = JSON.parse(json) as JsonObject;
    const udfType = this.#nestedType(op, args);
    if (udfType === undefined) {
      if (this.#tail === undefined) return this.#settle(() => this.#plain(op, args));
      return this.#queue(() => Promise.resolve(this.#settle(() => this.#plain(op, args))));
    }
    const call = (): Promise<Answer> => this.#callNested(udfType, args);
    return this.#run.transaction === undefined ? call() : this.#queue(call);
  }

  /** When nothing that the function started goes on any more, awaited by it or not. */
  async settled(): Promise<void> {
    while (this.#tail !== undefined) await this.#tail;
  }

  #queue(work: () => Promise<Answer>): Promise<Answer> {
    const before = this.#tail ?? Promise.resolve();
    const queued = before.then(work);
    this.#tail = queued;
    void queued.then(() => {
      if (this.#tail === queued) this.#tail = undefined;
    });
    return queued;
  }

  #plain(op: string, args: JsonObject): string {
    if (this.#database?.answers(op) === true) return this.#database.call(op, args);
    const { limits, deploymentName } = this.#parts;
    const { analyzed, scope, transaction } = this.#run;
    const answer = metadataAnswer(op, { analyzed, scope, deploymentName, transaction, limits });
    if (answer !== undefined) return answer;
    if (/schedule|cancel_job|storage/i.test(op)) {
      throw new Error("The embedded deployment has no scheduler and no file storage.");
    }
    throw new Error(`Unknown async operation ${op}`);
  }

  #settle(work: () => string): Answer {
    try {
      return { kind: "ok", json: work() };
    } catch (error) {
      return this.#refused(error);
    }
  }

  #refused(error: unknown): Answer {
    if (isSystemFault(error)) this.fault ??= error;
    return errorAnswer(error);
  }

  #nestedType(op: string, args: JsonObject): UdfType | undefined {
    if (this.#run.transaction === undefined) return nestedOps[op];
    if (op !== "1.0/runUdf") return undefined;
    return args["udfType"] === "mutation" ? "mutation" : "query";
  }

  async #callNested(udfType: UdfType, args: JsonObject): Promise<Answer> {
    try {
      if (this.#run.scope.depth >= this.#parts.limits.nestedCalls) {
        throw new Error(
          `Cross component call depth limit exceeded. Limits are: ${this.#parts.limits.nestedCalls} calls deep.`,
        );
      }
      if (udfType === "mutation" && this.#run.analyzed.udfType === "query") {
        throw new Error("Queries cannot run mutations.");
      }
      const name = args["name"];
      if (typeof name !== "string") throw new Error("The embedded deployment has no components.");
      const value = decodeValue((args["args"] ?? {}) as Json);
      const result = await this.#nested(this.#run, udfType, parseFunctionPath(name), value);
      if (result.kind === "failed") throw new NestedFailure(result.failure);
      return { kind: "ok", json: printValue(result.value, "encoded") };
    } catch (error) {
      return this.#refused(error);
    }
  }
}

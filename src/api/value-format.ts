import { ProblemError } from "./problem.ts";
import { send } from "./send.ts";
import type { Sender } from "./sender.ts";

/** How values are asked for. Only the encoded form tells an integer, bytes and a text apart. */
export type WireFormat = "convex_encoded_json" | "json";

/**
 * Which form this deployment gives. A deployment that does not know a form says so only after the function has run, so
 * it is asked beforehand, by a query that changes nothing; a mutation is never run twice to find out.
 */
export async function learnValueFormat(sender: Sender, signal?: AbortSignal): Promise<WireFormat> {
  try {
    await send(sender, {
      method: "POST",
      path: "/api/query",
      body: { path: "_system/frontend/getVersion", args: {}, format: "convex_encoded_json" },
      caller: "key",
      repeat: "on-trouble",
      signal,
    });
    return "convex_encoded_json";
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.kind !== "refused") throw error;
    return error.problem.code === "BadFormat" ? "json" : "convex_encoded_json";
  }
}

/** Asks a read for encoded values and, where the deployment knows only the documented form, for that one. */
export async function withFormat<Answer>(read: (format: WireFormat) => Promise<Answer>): Promise<Answer> {
  try {
    return await read("convex_encoded_json");
  } catch (error) {
    const unknown =
      error instanceof ProblemError && error.problem.kind === "refused" && error.problem.code === "BadFormat";
    if (!unknown) throw error;
    return read("json");
  }
}

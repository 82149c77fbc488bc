import { asArray, asBoolean, asObject, asString, decodeAnswer } from "./read-answer.ts";
import { send } from "./send.ts";
import type { Sender } from "./sender.ts";

/** What a key may do. */
export interface KeyPermissions {
  /** Empty: everything. */
  readonly allowedOps: readonly string[];
  readonly isReadOnly: boolean;
}

/** Asks what the key may do. A wrong key is a ProblemError with 401, no key one with 403. */
export async function checkAdminKey(sender: Sender, signal?: AbortSignal): Promise<KeyPermissions> {
  const reply = await send(sender, {
    method: "GET",
    path: "/api/check_admin_key",
    caller: "key",
    repeat: "on-trouble",
    signal,
  });
  return decodeAnswer(reply, (json) => {
    const answer = asObject(json, "The answer");
    return {
      allowedOps: asArray(answer["allowedOps"] ?? [], "allowedOps").map((op) => asString(op, "A permission")),
      isReadOnly: asBoolean(answer["isReadOnly"] ?? false, "isReadOnly"),
    };
  });
}

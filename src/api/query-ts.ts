import { decodeBase64 } from "#values/base64.ts";
import { asTimestamp, type Timestamp } from "#values/timestamp.ts";
import { asObject, asString, decodeAnswer } from "./read-answer.ts";
import { send } from "./send.ts";
import type { Sender } from "./sender.ts";

/** The latest commit, ns (HTTP API: query_ts): the cheapest question there is, and it needs no key. */
export async function queryTs(sender: Sender, signal?: AbortSignal): Promise<Timestamp> {
  const reply = await send(sender, {
    method: "POST",
    path: "/api/query_ts",
    caller: "nobody",
    repeat: "never",
    signal,
  });
  return decodeAnswer(reply, (json) => {
    const bytes = decodeBase64(asString(asObject(json, "The answer")["ts"], "ts"));
    return asTimestamp(new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, true));
  });
}

import { defaultsToEncoded, readClientVersion } from "#deployment/http/client-version.ts";
import { valueFormat } from "#deployment/http/value-format.ts";
import type { ValueFormat } from "#values/convex-value.ts";

/** The format of an answer: what was asked for, else what the client is used to. Throws `BadFormat`. */
export function answerFormat(request: Request, asked: string | undefined): ValueFormat {
  if (asked !== undefined) return valueFormat(asked);
  const client = request.headers.get("convex-client");
  return client !== null && defaultsToEncoded(readClientVersion(client)) ? "encoded" : "clean";
}

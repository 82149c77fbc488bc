/** The text of a failed function, taken apart. */
export interface ErrorMessage {
  readonly requestId: string | undefined;
  /** What a person reads: `Uncaught Error: boom`. Empty when the deployment hides it. */
  readonly text: string;
  /** `handler (../convex/messages.ts:10:9)`, innermost first. */
  readonly frames: readonly string[];
  /** Whether the deployment keeps the text to itself, as production does towards callers without a key. */
  readonly hidden: boolean;
}

const envelope = /^\[Request ID: ([^\]]*)\] Server Error(?:\n|$)/;
const frame = /^ {4}at (.*)$/;

/** Reads `errorMessage` (HTTP API: errors): a line with the request's id, the message, the stack, a line end. */
export function readErrorMessage(errorMessage: string): ErrorMessage {
  const head = envelope.exec(errorMessage);
  const lines = errorMessage
    .slice(head?.[0].length ?? 0)
    .trimEnd()
    .split("\n");
  let end = lines.length;
  while (end > 0 && frame.test(lines[end - 1] ?? "")) end -= 1;
  const text = lines.slice(0, end).join("\n");
  return {
    requestId: head?.[1],
    text,
    frames: lines.slice(end).map((line) => frame.exec(line)?.[1] ?? line),
    hidden: head !== null && text === "",
  };
}

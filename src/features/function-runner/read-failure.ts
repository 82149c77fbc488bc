import { readErrorMessage } from "#api/error-message.ts";
import type { FunctionKind } from "#api/run-function.ts";

/** A failed function in words. */
export interface Failure {
  /** What kind of error: `ConvexError`, `TypeError`, `Arguments refused`. */
  readonly label: string;
  /** What it is, in one sentence. */
  readonly sentence: string;
  /** Who or what brought it about, and what became of the writes. */
  readonly note: string;
  /** What the server adds: where, which value, which validator. */
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  /** Innermost first: `handler (../convex/messages.ts:10:9)`. */
  readonly frames: readonly string[];
  readonly requestId: string | undefined;
  readonly next: string;
  /** The kind that the function really has. */
  readonly runAs?: Exclude<FunctionKind, "any"> | undefined;
}

/** What `kind` says about writes; `any` may be each of them. */
export interface FailedCall {
  readonly errorMessage: string;
  readonly kind: FunctionKind;
  readonly path: string;
  /** The path of a known function that may have been meant. */
  readonly closest: string | undefined;
}

type Read = Partial<Failure> & Pick<Failure, "label" | "sentence" | "next">;

/** Takes the server's text of a failed function apart (HTTP API: errors). A text of no known form is shown as it is. */
export function readFailure(call: FailedCall): Failure {
  const { text, frames, hidden, requestId } = readErrorMessage(call.errorMessage);
  const read = hidden ? redacted : readText(text, call);
  return { note: noteOf(call.kind), facts: [], frames, requestId, ...read };
}

const redacted: Read = {
  label: "Hidden error",
  sentence: "The deployment keeps the error's text to itself.",
  next: "Production hides messages, stacks and log lines from callers. Look for the request id in the deployment's own logs, or throw a ConvexError: its data is always sent.",
};

function noteOf(kind: FunctionKind): string {
  switch (kind) {
    case "query":
      return "A query writes nothing.";
    case "mutation":
      return "The function failed and wrote nothing.";
    case "action":
      return "What the action had called before it failed stays done.";
    case "any":
      return "A query or mutation that fails writes nothing; what an action had called before stays done.";
  }
}

const nothingRan = "The function did not run.";

function readText(text: string, call: FailedCall): Read {
  for (const [pattern, read] of forms) {
    const match = pattern.exec(text);
    if (match !== null) return read(match, call);
  }
  return {
    label: "Error",
    sentence: text,
    next: "The text is the deployment's own. The log lines may say more.",
  };
}

type Form = readonly [RegExp, (match: RegExpExecArray, call: FailedCall) => Read];

const forms: readonly Form[] = [
  [
    /^(?:Uncaught )?ConvexError: (.*)$/s,
    ([, message = ""]) => ({
      label: "ConvexError",
      sentence: messageOf(message),
      next: "The function threw this on purpose; its data says what it wants. Change the arguments or the data it speaks of, and run it again.",
    }),
  ],
  [
    /^(?:Uncaught )?ArgumentValidationError: (.*)$/s,
    ([, detail = ""]) => ({
      label: "Arguments refused",
      ...readDetail(detail, "The arguments do not fit the function's validator."),
      note: nothingRan,
      next: "Put the arguments right and run it again.",
    }),
  ],
  [
    /^(?:Uncaught )?ReturnsValidationError: (.*)$/s,
    ([, detail = ""]) => ({
      label: "Result refused",
      ...readDetail(detail, "What the function returned does not fit its own validator."),
      next: "The function ran to its end, so its returns validator or its code is to be mended; other arguments may pass.",
    }),
  ],
  [
    /^Could not find (?:public )?function for '(.*?)'/s,
    ([, path = ""], { closest }) => ({
      label: "Not found",
      sentence: `There is no function ${path} that this caller may call.`,
      note: nothingRan,
      next:
        closest === undefined
          ? "Look at its spelling: module, colon, name. It may also not be deployed yet, or be internal and need a deploy key."
          : `Closest: ${closest}. It may also not be deployed yet, or be internal and need a deploy key.`,
    }),
  ],
  [
    /^Trying to execute (.*) as (\w+), but it is defined as (\w+)\.?$/s,
    ([, path = "", asked = "", defined = ""]) => ({
      label: "Other kind",
      sentence: `${path.replace(/\.js(?=:|$)/, "")} is ${article(defined)}, not ${article(asked)}.`,
      note: nothingRan,
      next: `Run it as ${article(defined)}.`,
      runAs: kindNamed(defined),
    }),
  ],
  [
    /^Invalid arguments for (.*?): (.*)$/s,
    ([, , reason = ""]) => ({
      label: "Arguments unreadable",
      sentence: reason,
      note: nothingRan,
      next: "The arguments hold something that is no Convex value. Put it right and run it again.",
    }),
  ],
  [
    /^(?:Arguments for .*|Function .* return value) (?:are|is) too large \(.*\)$/s,
    ([text]) => ({
      label: "Too large",
      sentence: text,
      next: "Ask for less at once: a page, or fewer fields.",
    }),
  ],
  [
    /^Function execution timed out \(maximum duration: (.*?)\)/s,
    ([, limit = ""]) => ({
      label: "Timed out",
      sentence: `The function ran longer than ${limit} and was ended.`,
      next: "Look for a loop that does not end. Longer work belongs in an action, or in several calls.",
    }),
  ],
  [
    /^Your request timed out/s,
    ([text]) => ({
      label: "Timed out",
      sentence: text,
      next: "The function reads or writes too much in one go. Use an index, or take the work in pages.",
    }),
  ],
  [
    /^JavaScript execution ran out of memory/,
    () => ({
      label: "Out of memory",
      sentence: "The function needed more memory than it may have.",
      next: "Keep less at once: read in pages and return less.",
    }),
  ],
  [
    /^Cannot run functions while this deployment is (.*?)\./s,
    ([text]) => ({
      label: "Not running",
      sentence: text,
      note: nothingRan,
      next: "The deployment's owner can let it run again in the settings of the Convex dashboard.",
    }),
  ],
  [
    /^(?:Uncaught Error: )?(Failed to insert or update a document in table "(.*?)" because it does not match the schema): (.*)$/s,
    ([, head = "", , detail = ""]) => ({
      label: "Schema refused",
      ...readDetail(detail, `${head}.`),
      sentence: `${head}.`,
      next: "Write what the schema declares, or change the schema and deploy it.",
    }),
  ],
  [
    /^(?:Operation (?:query|mutation|action) not permitted|You do not have permission)/s,
    ([text]) => ({
      label: "Not permitted",
      sentence: text === "" ? "This caller may not do that." : "This caller may not call that function.",
      note: nothingRan,
      next: "Connect with a deploy key that may.",
    }),
  ],
  [
    /^Uncaught ([A-Za-z_$][\w$]*): (.*)$/s,
    ([, name = "", message = ""]) => ({
      label: name,
      sentence: message === "" ? `The function threw ${article(name)} without a message.` : message,
      next: "The stack and the log lines say where. It is thrown by the function's own code or by something it called.",
    }),
  ],
  [
    /^Uncaught (.*)$/s,
    ([, thrown = ""]) => ({
      label: "Thrown value",
      sentence: thrown,
      next: "The function threw something that is no Error, so there is no stack.",
    }),
  ],
];

/** A ConvexError's text is its data as JSON; `message` inside it is what a person would read. */
function messageOf(text: string): string {
  try {
    const data: unknown = JSON.parse(text);
    if (typeof data === "object" && data !== null && "message" in data && typeof data.message === "string") {
      return data.message;
    }
    if (typeof data === "object" && data !== null && "code" in data && typeof data.code === "string") {
      return data.code;
    }
  } catch {
    // A plain text is the message itself.
  }
  return text;
}

/** `sentence\nPath: .a\nObject: {…}\nValidator: v.…`, each after the first line with its own name. */
function readDetail(detail: string, otherwise: string): Pick<Failure, "sentence" | "facts"> {
  const lines = detail.split("\n");
  const labelled = /^(Path|Object|Value|Validator): (.*)$/;
  const first = lines.findIndex((line) => labelled.test(line));
  const head = (first < 0 ? lines : lines.slice(0, first)).join("\n").trim();
  const facts: { label: string; text: string }[] = [];
  for (const line of first < 0 ? [] : lines.slice(first)) {
    const match = labelled.exec(line);
    const last = facts.at(-1);
    if (match !== null) facts.push({ label: match[1] ?? "", text: match[2] ?? "" });
    else if (last !== undefined) last.text += `\n${line}`;
  }
  const path = /^(.*?)\.?Path: (.*)$/s.exec(head);
  if (path !== null) {
    return {
      sentence: withoutTicks(path[1] ?? ""),
      facts: [{ label: "Path", text: path[2] ?? "" }, ...facts],
    };
  }
  const place = facts.find(({ label }) => label === "Path")?.text.replace(/^\./, "");
  if (head === "Value does not match validator." && place !== undefined) {
    return { sentence: `${place} does not match its validator.`, facts };
  }
  return { sentence: head === "" ? otherwise : withoutTicks(head), facts };
}

function withoutTicks(sentence: string): string {
  return sentence.replaceAll(/`((?:v\.[^`]*)|[A-Za-z_]\w*)`/g, "$1");
}

function article(word: string): string {
  return `${/^[aeiou]/i.test(word) ? "an" : "a"} ${/^[A-Z][a-z]+$/.test(word) ? word.toLowerCase() : word}`;
}

function kindNamed(name: string): Failure["runAs"] {
  const kind = name.toLowerCase();
  return kind === "query" || kind === "mutation" || kind === "action" ? kind : undefined;
}

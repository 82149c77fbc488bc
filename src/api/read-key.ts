import { cleanPaste } from "./clean-paste.ts";

type KeyKind = "production" | "development" | "preview" | "project" | "unnamed";

/** A deploy key as it will be sent, and what its part before the bar tells. */
export interface DeployKey {
  readonly key: string;
  readonly kind: KeyKind;
  /** The deployment that the key names, e.g. `careful-otter-412`. */
  readonly deployment: string | undefined;
  /** The part that may be shown: everything up to and with the bar, never a character after it. */
  readonly shown: string;
  /** What was taken away from what was pasted, in words. */
  readonly mended: string | undefined;
}

const kinds: Readonly<Record<string, KeyKind>> = {
  prod: "production",
  dev: "development",
  preview: "preview",
  project: "project",
};

/**
 * Reads a pasted deploy key, such as `prod:careful-otter-412|01ab…`, forgiving what comes along with a paste; undefined
 * when nothing is left. Keys hold no white space at all, so any inside (a line broken by a mail program) goes too.
 */
export function readKey(text: string): DeployKey | undefined {
  const clean = cleanPaste(text).replace(/^(?:Authorization:\s*)?Convex\s+/i, "");
  const key = cleanPaste(clean).replace(/\s+/gu, "");
  if (key === "") return undefined;
  const bar = key.indexOf("|");
  const [prefix, ...rest] = bar < 0 ? [] : key.slice(0, bar).split(":");
  const kind = (rest.length > 0 && prefix !== undefined && kinds[prefix]) || "unnamed";
  const name = kind === "preview" || kind === "project" ? undefined : (rest.at(-1) ?? prefix);
  return {
    key,
    kind,
    deployment: name === "" ? undefined : name,
    shown: key.slice(0, bar + 1),
    mended: key === text ? undefined : mending(text, key),
  };
}

function mending(text: string, key: string): string {
  if (text.trimEnd() === key) return "A space at its end was removed.";
  if (text.replace(/\s+/gu, "") === key) return "White space was removed.";
  return "Characters around it were removed.";
}

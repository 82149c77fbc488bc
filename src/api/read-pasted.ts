import { cleanPaste } from "./clean-paste.ts";

/** What an `.env.local` or a shell line says about a deployment. */
export interface PastedSettings {
  readonly url: string | undefined;
  readonly key: string | undefined;
}

const assignment = /^\s*(?:export\s+|set\s+|\$env:)?([A-Za-z_][A-Za-z0-9_]*)\s*[=:]\s*(.*)$/;
// From the most to the least telling: a self-hosted address wins over the one that a bundler puts into the page.
const urlNames = [/^CONVEX_SELF_HOSTED_URL$/, /^CONVEX_URL$/, /^[A-Z_]+_CONVEX_URL$/, /^CONVEX_DEPLOYMENT$/];
const keyNames = [/^CONVEX_SELF_HOSTED_ADMIN_KEY$/, /^CONVEX_DEPLOY_KEY$/, /^CONVEX_ADMIN_KEY$/];

const loneKey = /^(?:prod|dev|preview|project):[^\s=]+\|[0-9a-zA-Z=+/_-]+$/;
// A field of one line loses the line ends of what is put into it; a name in capitals then begins a new one.
const lostLineEnd = /(?<![A-Z_\s])[ \t]*(?=(?:export )?(?:[A-Z][A-Z_]*_)?CONVEX_[A-Z_]+=)/g;

/**
 * Reads settings that were pasted whole into one field: a deploy key alone, or lines of `NAME=value` with comments, quotes and `export`.
 * Undefined when the text is not of that kind. `CONVEX_DEPLOYMENT=dev:happy-animal-123` gives the deployment's name.
 */
export function readPasted(text: string): PastedSettings | undefined {
  if (isKeyAlone(text)) return { url: undefined, key: cleanPaste(text) };
  const settings = new Map<string, string>();
  for (const line of text.replace(lostLineEnd, "\n").split(/\r\n|\r|\n/)) {
    const match = assignment.exec(line);
    if (match?.[1] !== undefined && match[2] !== undefined && !match[2].startsWith("//")) {
      settings.set(match[1].toUpperCase(), settingValue(match[2]));
    }
  }
  const url = firstOf(settings, urlNames)?.replace(/^(?:dev|prod|preview|local|anonymous):/, "");
  const key = firstOf(settings, keyNames);
  return url === undefined && key === undefined ? undefined : { url, key };
}

/** Whether the text is a deploy key and nothing else, by its form. */
export function isKeyAlone(text: string): boolean {
  return loneKey.test(cleanPaste(text));
}

function firstOf(settings: ReadonlyMap<string, string>, names: readonly RegExp[]): string | undefined {
  for (const name of names) {
    for (const [setting, value] of settings) if (name.test(setting) && value !== "") return value;
  }
  return undefined;
}

function settingValue(written: string): string {
  const quoted = /^\s*(["'])(.*?)\1/.exec(written);
  return cleanPaste(quoted?.[2] ?? written.replace(/\s+#.*$/, ""));
}

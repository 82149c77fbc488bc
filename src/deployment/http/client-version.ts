import { badRequest } from "./refusal.ts";

/** What a Convex-Client header says; `version` is undefined when none was recognised. */
export interface ClientVersion {
  readonly client: string;
  readonly version: readonly [number, number, number] | undefined;
}

const semver = /^(\d+)\.(\d+)\.(\d+)(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;

/** Reads the header: the version is what can be read as one from the leftmost hyphen on. */
export function readClientVersion(header: string): ClientVersion {
  if (!header.includes("-")) {
    throw badRequest(
      "InvalidClientVersion",
      `Failed to parse client version string: '${header}'. Expected format is {client_name}-{semver}, e.g. my-esolang-client-0.0.1`,
    );
  }
  for (let at = header.indexOf("-"); at !== -1; at = header.indexOf("-", at + 1)) {
    const [match, major, minor, patch] = semver.exec(header.slice(at + 1)) ?? [];
    if (match !== undefined) {
      return {
        client: header.slice(0, at).toLowerCase(),
        version: [Number(major), Number(minor), Number(patch)],
      };
    }
  }
  return { client: header.slice(0, header.indexOf("-")).toLowerCase(), version: undefined };
}

/** The newest versions of the clients that are no longer served. */
const unsupported: Readonly<Record<string, { readonly last: readonly number[]; readonly package: string }>> =
  {
    npm: { last: [0, 19, 1], package: "npm" },
    "npm-cli": { last: [0, 19, 1], package: "npm" },
    actions: { last: [0, 19, 1], package: "npm" },
    python: { last: [0, 0, 2], package: "Python" },
    "python-convex": { last: [0, 0, 2], package: "Python" },
    rust: { last: [0, 0, 1], package: "Rust" },
  };

/** Why a client is turned away, or undefined. */
export function unsupportedClient({ client, version }: ClientVersion): string | undefined {
  const rule = Object.hasOwn(unsupported, client) ? unsupported[client] : undefined;
  if (rule === undefined) return undefined;
  if (version !== undefined && isNewer(version, rule.last)) return undefined;
  const shown = version === undefined ? "unknown" : version.join(".");
  return `The Convex ${rule.package} package at version ${shown} is no longer supported. Update the package to continue.`;
}

/** Whether a client still gets values encoded unless it asks for another format. */
export function defaultsToEncoded({ client, version }: ClientVersion): boolean {
  if (version === undefined) return false;
  if (client === "npm" || client === "npm-cli" || client === "actions") return !isNewer(version, [1, 4, 0]);
  return (client === "python" || client === "python-convex") && !isNewer(version, [0, 4, 999]);
}

export function isOldPython({ client, version }: ClientVersion): boolean {
  const isPython = client === "python" || client === "python-convex";
  return isPython && version !== undefined && !isNewer(version, [0, 2, 0]);
}

function isNewer(version: readonly number[], than: readonly number[]): boolean {
  for (let at = 0; at < 3; at++) {
    const difference = (version[at] ?? 0) - (than[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

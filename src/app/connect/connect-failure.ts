import type { Problem } from "#api/problem.ts";
import { problemWords } from "#api/problem-words.ts";
import { nameInAddress } from "#api/read-address.ts";
import type { DeployKey } from "#api/read-key.ts";

/** What the remedy's button does. */
export type Remedy =
  | { readonly kind: "use-address"; readonly label: string; readonly url: string }
  | { readonly kind: "connect-anyway"; readonly label: string };

/** Why the connection was not made, in words, and under which field that stands. */
export interface ConnectFailure {
  readonly field: "url" | "key" | "token";
  readonly title: string;
  /** Text, with names of deployments and addresses apart: they are set in mono. */
  readonly body: readonly (string | { readonly name: string })[];
  readonly remedy: Remedy | undefined;
  /** `401 BadAdminKey` */
  readonly fact: string | undefined;
  /** The key named a production deployment. */
  readonly production: boolean;
}

const plain = { remedy: undefined, fact: undefined, production: false } as const;

export function unusableAddress(reason: string): ConnectFailure {
  return {
    ...plain,
    field: "url",
    title: "This is not an address",
    body: [
      reason,
      " It looks like ",
      { name: "https://happy-animal-123.convex.cloud" },
      " or ",
      { name: "http://127.0.0.1:3210" },
      ".",
    ],
  };
}

export function insecureAddress(url: string): ConnectFailure {
  const secure = url.replace(/^http:/, "https:");
  return {
    ...plain,
    field: "url",
    title: "The browser blocks this address here",
    body: [
      "This page came over https and the address is http. Browsers do not let a secure page call an insecure address other than their own machine. Use the https address, or open this dashboard over http.",
    ],
    remedy: { kind: "use-address", label: "Use https", url: secure },
    fact: "http",
  };
}

export function unreachable(url: string, problem: Problem): ConnectFailure {
  const words = problemWords(problem);
  return {
    ...plain,
    field: "url",
    title: words.title,
    body:
      words.id === "no-answer"
        ? [
            "Nothing came back from ",
            { name: url },
            ". It is not running, its name or port is wrong, or something in between does not let this page through. Check the address and that the deployment runs.",
          ]
        : [words.cause, " ", words.next],
    fact: "no answer",
  };
}

export function notConvex(url: string, said: string, fact: string | undefined): ConnectFailure {
  return {
    ...plain,
    field: "url",
    title: "This is not a Convex deployment",
    body: [
      { name: url },
      ` ${said} Look for the deployment's own address, not that of the app or of its dashboard.`,
    ],
    fact,
  };
}

export function noKey(hasToken: boolean): ConnectFailure {
  return {
    ...plain,
    field: "key",
    title: "A deploy key is needed",
    body: [
      "Without one, public functions can be called and nothing else: schema, data, history and import answer only to a key.",
    ],
    remedy: {
      kind: "connect-anyway",
      label: hasToken ? "Go on with the token alone" : "Go on without a key",
    },
    fact: "no key",
  };
}

/** @param name what the deployment at the address calls itself */
export function refusedKey(problem: Problem, key: DeployKey, url: string, name: string): ConnectFailure {
  const fact = factOf(problem);
  const here = nameInAddress(url) ?? name;
  const wrong = problem.kind === "refused" && problem.code === "BadAdminKey";
  if (wrong && key.deployment !== undefined && key.deployment !== here && key.deployment !== name) {
    const canMove = key.kind === "production" || key.kind === "development";
    return {
      ...plain,
      field: "key",
      title: "This key belongs to another deployment",
      body: [
        "The key is for ",
        { name: key.deployment },
        ", the address is ",
        { name: here },
        ". Use the address of the key, or paste a key made for ",
        here,
        ".",
      ],
      remedy: canMove
        ? {
            kind: "use-address",
            label: `Use ${key.deployment}`,
            url: `https://${key.deployment}.convex.cloud`,
          }
        : undefined,
      fact,
      production: key.kind === "production",
    };
  }
  const words = problemWords(problem);
  if (wrong) {
    return {
      ...plain,
      field: "key",
      title: "The key was refused",
      body: [
        "The key was not made for ",
        { name },
        ", or it was deleted. Paste a key made for this deployment.",
      ],
      fact,
    };
  }
  return { ...plain, field: "key", title: words.title, body: [words.cause, " ", words.next], fact };
}

export function missingPermission(problem: Problem): ConnectFailure {
  return {
    ...plain,
    field: "key",
    title: "This key may not read data",
    body: [
      "The key is genuine, but it lacks the permission ",
      { name: "deployment:data:view" },
      ". Schema, data and history stay closed with it; functions that it may call still run.",
    ],
    remedy: { kind: "connect-anyway", label: "Open it anyway" },
    fact: factOf(problem),
  };
}

export function notInPlan(problem: Problem, name: string): ConnectFailure {
  return {
    ...plain,
    field: "key",
    title: "Snapshots are not in this deployment’s plan",
    body: [
      { name },
      " answered that streaming export is not available on its current subscription. Functions and import work; schema, data and history need a plan that has it.",
    ],
    remedy: { kind: "connect-anyway", label: "Open it anyway" },
    fact: factOf(problem),
  };
}

/** Something else went wrong after the key was accepted; the dashboard can still be opened. */
export function unexpected(problem: Problem, field: ConnectFailure["field"]): ConnectFailure {
  const words = problemWords(problem);
  return {
    ...plain,
    field,
    title: words.title,
    body: [words.cause, " ", words.next],
    remedy: { kind: "connect-anyway", label: "Open it anyway" },
    fact: factOf(problem),
  };
}

export function refusedToken(problem: Problem): ConnectFailure {
  const words = problemWords(problem);
  return {
    ...plain,
    field: "token",
    title: words.title,
    body: [words.cause, " ", words.next],
    fact: factOf(problem),
  };
}

function factOf(problem: Problem): string {
  if (problem.kind === "unreachable") return "no answer";
  return problem.kind === "refused" && problem.code !== undefined
    ? `${problem.status} ${problem.code}`
    : `${problem.status}`;
}

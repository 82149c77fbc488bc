import { knownRefusals, type Words } from "./known-refusals.ts";
import type { Problem, Refused, Unreachable } from "./problem.ts";

/** What a problem is, in plain words; for every problem there is something to say and a next step. */
export function problemWords(problem: Problem): Words {
  switch (problem.kind) {
    case "unreachable":
      return unreachable(problem);
    case "refused":
      return (problem.code === undefined ? undefined : knownRefusals[problem.code]) ?? byStatus(problem);
    case "unreadable":
      return {
        id: "unreadable",
        title: "The answer is not one of a deployment",
        cause: problem.detail,
        next: "Check the address. A proxy in between may have answered, or the deployment speaks another version of the API.",
      };
  }
}

function unreachable({ reason, url }: Unreachable): Words {
  switch (reason) {
    case "offline":
      return {
        id: "offline",
        title: "This computer is offline",
        cause: "The browser has no network, so nothing was sent.",
        next: "Connect to the network and try again.",
      };
    case "insecure":
      return {
        id: "insecure",
        title: "The browser does not allow this address here",
        cause: `This page came over https and ${url} is http. Browsers block such a call before it leaves.`,
        next: "Use the deployment's https address, or open this dashboard over http.",
      };
    case "interrupted":
      return {
        id: "interrupted",
        title: "The answer broke off",
        cause: "The deployment began to answer, and the connection ended before the answer did.",
        next: "Try again.",
      };
    case "no-answer":
      return {
        id: "no-answer",
        title: "No answer from the deployment",
        cause: `Nothing came back from ${url}: it is not running, its name or port is wrong, or something in between does not let this page through.`,
        next: "Check the address and that the deployment runs, then try again.",
      };
  }
}

function byStatus({ status, code }: Refused): Words {
  const said = code === undefined ? `status ${status}` : `status ${status} and code ${code}`;
  if (status === 404 || status === 405) {
    return {
      id: "not-found",
      title: "The deployment does not know this request",
      cause: `It answered with ${said}: it is of another version, or the address is not that of a deployment.`,
      next: "Check the address, or update the deployment.",
    };
  }
  if (status === 401 || status === 403) {
    return {
      id: "not-allowed",
      title: "The deployment did not allow this",
      cause: `It answered with ${said}.`,
      next: "Connect with another key.",
    };
  }
  if (status === 413) {
    return {
      id: "too-large",
      title: "The request is too large",
      cause: "The deployment, or a proxy before it, does not take a body of this size.",
      next: "Send less at once.",
    };
  }
  if (status === 408 || status === 504) {
    return {
      id: "timeout",
      title: "The deployment took too long",
      cause: `It answered with ${said}. What was asked for may still go on there.`,
      next: "Look whether it was done before asking again.",
    };
  }
  if (status === 429) {
    return {
      id: "too-busy",
      title: "The deployment is busy",
      cause: `It answered with ${said}: it was asked too much at once.`,
      next: "Try again in a moment.",
    };
  }
  if (status >= 500) {
    return {
      id: "server-error",
      title: "The deployment could not carry this out",
      cause: `It answered with ${said}. It does so for faults of its own and for some input that it does not check.`,
      next: "Try again. If it stays, the deployment's own log says more.",
    };
  }
  return {
    id: "refused",
    title: "The deployment refused this",
    cause: `It answered with ${said}.`,
    next: "The server's own words are below.",
  };
}

/** The facts of a problem for a last line in mono: `403 BadDeployKey`, `62 ms`, `GET /api/list_snapshot`. */
export function problemFacts(problem: Problem): readonly string[] {
  const [path = ""] = problem.request.path.split("?");
  const head =
    problem.kind === "unreachable" ? "no answer" : `${problem.status} ${codeOf(problem)}`.trimEnd();
  return [head, `${Math.round(problem.request.durationMs)} ms`, `${problem.request.method} ${path}`];
}

function codeOf(problem: Problem): string {
  return problem.kind === "refused" ? (problem.code ?? "") : "";
}

/** Everything about a problem as text to send to somebody: no key, no document. */
export function problemDetails(problem: Problem): string {
  const { title, cause } = problemWords(problem);
  return [
    title,
    cause,
    ...problemFacts(problem),
    `sent ${new Date(problem.request.sentAt).toISOString()}`,
    ...(problem.kind === "refused" && problem.message !== "" ? [`server: ${problem.message}`] : []),
  ].join("\n");
}

/** The request that a problem is about, as it may be shown: never a header, never a body. */
export interface RequestLine {
  readonly method: string;
  /** Path and query, e.g. `/api/list_snapshot?tableName=users`. */
  readonly path: string;
  /** When it was sent, ms since the epoch. */
  readonly sentAt: number;
  readonly durationMs: number;
}

/** No answer came. `insecure`: the browser does not let a secure page call an insecure address. */
export interface Unreachable {
  readonly kind: "unreachable";
  readonly reason: "no-answer" | "offline" | "insecure" | "interrupted";
  /** The deployment's address. */
  readonly url: string;
  readonly request: RequestLine;
}

/** An answer that says no: a status outside 200 to 299, with the API's `{code, message}` where the body had them. */
export interface Refused {
  readonly kind: "refused";
  readonly status: number;
  readonly code: string | undefined;
  /** The server's own words; empty when it sent none. */
  readonly message: string;
  readonly request: RequestLine;
}

/** An answer that is not what the API promises: not JSON, another shape, a redirection. */
interface Unreadable {
  readonly kind: "unreadable";
  readonly status: number;
  readonly detail: string;
  readonly request: RequestLine;
}

/** The three ways in which a request fails. A function that failed is none of them: it is an outcome. */
export type Problem = Unreachable | Refused | Unreadable;

/** A problem on its way to the place where the data would have been shown. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(oneLine(problem));
    this.name = "ProblemError";
    this.problem = problem;
  }
}

/** Whether the person (or a newer call) gave up on the request; that is no problem of the deployment. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}

function oneLine(problem: Problem): string {
  const asked = `${problem.request.method} ${problem.request.path}`;
  switch (problem.kind) {
    case "unreachable":
      return `${asked}: no answer (${problem.reason})`;
    case "refused":
      return `${asked}: ${problem.status} ${problem.code ?? ""}`.trimEnd();
    case "unreadable":
      return `${asked}: unreadable answer (${problem.detail})`;
  }
}

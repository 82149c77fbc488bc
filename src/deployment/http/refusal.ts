/**
 * A request the deployment turns down: an HTTP status and the two keys of the error body, `code` and `message`.
 * Endpoints throw it; it becomes a Response in one place.
 */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = "Refusal";
    this.status = status;
    this.code = code;
  }
}

export function badRequest(code: string, message: string): Refusal {
  return new Refusal(400, code, message);
}

export function forbidden(code: string, message: string): Refusal {
  return new Refusal(403, code, message);
}

/** What the server says of every error it has no words for, some plain input mistakes among them. */
export function internalError(): Refusal {
  return new Refusal(500, "InternalServerError", "Your request couldn't be completed. Try again later.");
}

/** A conflict that outlived its retries; `doing` is "mutation" or what else was being run. */
export function optimisticConcurrencyFailure(table: string): Refusal {
  return new Refusal(
    503,
    "OptimisticConcurrencyControlFailure",
    `Documents read from or written to the "${table}" table changed while this mutation was being run and on every subsequent retry. Another call to this mutation changed the document.`,
  );
}

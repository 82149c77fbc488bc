const vary = "origin, access-control-request-method, access-control-request-headers";

/** The answer to any OPTIONS request: whatever the browser asks for is allowed, and nobody is authenticated. */
export function preflightReply(request: Request): Response {
  const asked = request.headers.get("access-control-request-headers");
  const headers = new Headers({
    "access-control-allow-credentials": "true",
    "access-control-allow-methods": "GET,POST,OPTIONS,PATCH,DELETE,PUT",
    "access-control-max-age": "86400",
    vary,
  });
  if (asked !== null) headers.set("access-control-allow-headers", asked);
  mirrorOrigin(request, headers);
  return new Response(null, { status: 200, headers });
}

/** Lets the page that asked read the answer. */
export function withCors(request: Request, response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set("access-control-allow-credentials", "true");
  headers.set("vary", vary);
  mirrorOrigin(request, headers);
  return new Response(response.body, { status: response.status, headers });
}

function mirrorOrigin(request: Request, headers: Headers): void {
  const origin = request.headers.get("origin");
  if (origin !== null) headers.set("access-control-allow-origin", origin);
}

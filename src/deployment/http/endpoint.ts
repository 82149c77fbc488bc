import type { Context } from "#deployment/context.ts";

export type Method = "GET" | "POST" | "PUT";

export type Handler = (request: Request, context: Context) => Response | Promise<Response>;

/** One path of the API. A path that ends in `/*` takes everything below it. */
export interface Endpoint {
  readonly path: string;
  /** False: its answers carry no CORS headers. */
  readonly hasCors?: boolean;
  readonly methods: { readonly [method in Method]?: Handler };
}

import type { ConvexObject } from "#values/convex-value.ts";

/** An identity as functions see it: OIDC claims, with `tokenIdentifier`, `issuer` and `subject` always there. */
export interface Identity {
  readonly tokenIdentifier: string;
  readonly issuer: string;
  readonly subject: string;
  readonly claims: ConvexObject;
}

/** Who sends a request. An admin with no `allowedOps` may do everything. */
export type Caller =
  | { readonly kind: "anonymous" }
  | { readonly kind: "admin"; readonly allowedOps: readonly string[]; readonly isReadOnly: boolean }
  | { readonly kind: "acting"; readonly identity: Identity }
  | { readonly kind: "user"; readonly identity: Identity };

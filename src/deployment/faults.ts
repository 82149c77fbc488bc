export type FaultKind =
  | { readonly kind: "drop-before" }
  | { readonly kind: "drop-after" }
  | { readonly kind: "status-before"; readonly status: 408 | 429 | 500 | 503 }
  | { readonly kind: "status-after"; readonly status: 408 | 429 | 500 | 503 }
  | { readonly kind: "delay"; readonly ms: number }
  | { readonly kind: "truncate" }
  | { readonly kind: "raw"; readonly body: string };

/** Something that goes wrong with a share (`rate`, 0 to 1) of the requests to a path (`*` for all). */
export type Fault = FaultKind & { readonly path: string; readonly rate: number };

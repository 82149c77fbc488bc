/** The three kinds of function that can be called, as syscalls spell them. */
export type UdfType = "query" | "mutation" | "action";

const titles = { query: "Query", mutation: "Mutation", action: "Action" } as const;

/** The spelling of the API specification and of error texts. */
export type UdfTitle = (typeof titles)[UdfType];

export function udfTitle(udfType: UdfType): UdfTitle {
  return titles[udfType];
}

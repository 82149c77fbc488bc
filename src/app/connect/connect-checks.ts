export type CheckId = "address" | "answers" | "convex" | "key" | "permissions" | "plan" | "token";

/** One rung of the ladder. */
export interface Check {
  readonly id: CheckId;
  readonly state: "waiting" | "passed" | "failed";
  readonly title: string;
  readonly detail: string | undefined;
  /** In mono at the right: `401`, `38 ms`. */
  readonly fact: string | undefined;
}

const titles: Readonly<Record<CheckId, string>> = {
  address: "The address can be read",
  answers: "The deployment answers",
  convex: "It is a Convex deployment",
  key: "The key is accepted",
  permissions: "What the key may do",
  plan: "Snapshot and change log are in the plan",
  token: "The user token is accepted",
};

/** The ladder before anything was asked; the token's rung only when there is one. */
export function untriedChecks(withToken: boolean): readonly Check[] {
  const ids: CheckId[] = ["address", "answers", "convex", "key", "permissions", "plan"];
  if (withToken) ids.push("token");
  return ids.map((id) => ({
    id,
    state: "waiting",
    title: titles[id],
    detail: id === "address" || id === "answers" || id === "convex" ? undefined : "Not asked yet",
    fact: undefined,
  }));
}

/** The ladder after one rung was tried. */
export function withCheck(
  checks: readonly Check[],
  id: CheckId,
  result: {
    readonly state: Check["state"];
    readonly title?: string;
    readonly detail?: string | undefined;
    readonly fact?: string | undefined;
  },
): readonly Check[] {
  return checks.map((check) =>
    check.id === id
      ? {
          id,
          state: result.state,
          title: result.title ?? check.title,
          detail: result.detail,
          fact: result.fact,
        }
      : check,
  );
}

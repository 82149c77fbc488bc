import { answersAtAll } from "#api/answers-at-all.ts";
import { checkAdminKey } from "#api/check-admin-key.ts";
import { checkUserToken } from "#api/check-user-token.ts";
import type { Connection } from "#api/connection.ts";
import { instanceName } from "#api/instance-name.ts";
import { instanceVersion } from "#api/instance-version.ts";
import { ProblemError, type Problem } from "#api/problem.ts";
import { readAddress } from "#api/read-address.ts";
import { readKey } from "#api/read-key.ts";
import { isInsecureFromHere } from "#api/read-refusal.ts";
import { createSender, type SenderOptions } from "#api/sender.ts";
import { testStreamingExportConnection } from "#api/test-streaming-export-connection.ts";
import { formatDuration } from "#ui/format-duration.ts";
import { untriedChecks, withCheck, type Check, type CheckId } from "./connect-checks.ts";
import * as failures from "./connect-failure.ts";
import { permissionWords } from "./permission-words.ts";

export interface ConnectInput {
  readonly address: string;
  readonly key: string;
  readonly userToken: string;
}

export type Verdict =
  | { readonly kind: "connected"; readonly connection: Connection }
  /** `connection` is there when it can be opened all the same. */
  | {
      readonly kind: "failed";
      readonly failure: failures.ConnectFailure;
      readonly connection: Connection | undefined;
    };

const properName = /^[\w.-]{1,128}$/;

/**
 * Tries a connection rung by rung, from whether the address can be read up to what the plan holds. Yields the ladder
 * after each rung and returns the verdict.
 */
export async function* checkConnection(
  input: ConnectInput,
  signal: AbortSignal,
  options: SenderOptions = {},
): AsyncGenerator<readonly Check[], Verdict> {
  const userToken = input.userToken.trim().replace(/^Bearer\s+/i, "");
  let checks = untriedChecks(userToken !== "");
  const passed = (id: CheckId, fact?: string, detail?: string, title?: string) =>
    (checks = withCheck(checks, id, {
      state: "passed",
      fact,
      detail,
      ...(title === undefined ? {} : { title }),
    }));
  const failed = (id: CheckId, title: string, fact?: string, detail?: string) =>
    (checks = withCheck(checks, id, { state: "failed", title, fact, detail }));
  const fail = (failure: failures.ConnectFailure, connection?: Connection): Verdict => ({
    kind: "failed",
    failure,
    connection,
  });

  const address = readAddress(input.address);
  if (address.kind === "unusable") {
    yield failed("address", "The address cannot be read");
    return fail(failures.unusableAddress(address.reason));
  }
  const { url } = address;
  const scheme = new URL(url).protocol.slice(0, -1);
  if (isInsecureFromHere(url)) {
    yield failed("address", "The browser blocks the address", scheme);
    return fail(failures.insecureAddress(url));
  }
  yield passed("address", scheme);

  const key = readKey(input.key);
  const unnamed: Connection = {
    url,
    name: "",
    key: key?.key,
    userToken: userToken === "" ? undefined : userToken,
  };
  const sender = createSender(unnamed, options);

  const named = await attempt(instanceName(sender, signal));
  if (!named.ok) {
    const { problem } = named;
    if (problem.kind === "unreachable") {
      if (await answersAtAll(sender, signal)) {
        passed("answers");
        yield failed("convex", "It is not a Convex deployment");
        return fail(
          failures.notConvex(
            url,
            "answers, but does not let this page read what it says, as deployments do.",
            undefined,
          ),
        );
      }
      yield failed("answers", "No answer", formatDuration(problem.request.durationMs));
      return fail(failures.unreachable(url, problem));
    }
    passed("answers", formatDuration(problem.request.durationMs));
    yield failed("convex", "It is not a Convex deployment", `${problem.status}`);
    return fail(
      failures.notConvex(
        url,
        `answers with status ${problem.status} where a deployment says its name.`,
        `${problem.status} /instance_name`,
      ),
    );
  }
  yield passed("answers", formatDuration(named.value.request.durationMs));
  const name = named.value.text.trim();
  const version = await attempt(instanceVersion(sender, signal));
  if (!properName.test(name) || !version.ok) {
    yield failed("convex", "It is not a Convex deployment", "/instance_name");
    return fail(failures.notConvex(url, "answers, but not with a deployment's name.", "200 /instance_name"));
  }
  yield passed(
    "convex",
    "/instance_version",
    `Named ${name}, backend ${version.value.text.trim().slice(0, 40)}`,
  );

  const connection: Connection = { ...unnamed, name };
  if (key === undefined) {
    yield failed("key", "There is no key", "none");
    return fail(failures.noKey(userToken !== ""), connection);
  }

  const permissions = await attempt(checkAdminKey(sender, signal));
  // Older deployments cannot say what a key may do; the next rung then shows whether it is one.
  const cannotSay =
    !permissions.ok && permissions.problem.kind === "refused" && permissions.problem.status === 404;
  if (!permissions.ok && !cannotSay) {
    const named = key.deployment === undefined ? undefined : `Its prefix names ${key.deployment}.`;
    yield failed(
      "key",
      "The key was refused",
      statusOf(permissions.problem),
      [named, key.mended].filter(Boolean).join(" "),
    );
    return fail(failures.refusedKey(permissions.problem, key, url, name));
  }

  const exported = await attempt(testStreamingExportConnection(sender, signal));
  const code = exported.ok || exported.problem.kind !== "refused" ? undefined : exported.problem.code;
  if (!exported.ok && (code === "BadAdminKey" || code === "BadDeployKey")) {
    yield failed("key", "The key was refused", statusOf(exported.problem), key.mended);
    return fail(failures.refusedKey(exported.problem, key, url, name));
  }
  passed("key", "200", key.mended);
  if (!exported.ok && code === "OperationNotPermitted") {
    yield failed("permissions", "The key may not read data", statusOf(exported.problem));
    return fail(failures.missingPermission(exported.problem), connection);
  }
  yield passed(
    "permissions",
    undefined,
    permissions.ok ? permissionWords(permissions.value) : "The deployment cannot say.",
  );
  if (!exported.ok) {
    const missing = code === "StreamingExportNotEnabled";
    const title = missing
      ? "Snapshot and change log are not in the plan"
      : "Snapshot and change log could not be asked for";
    yield failed("plan", title, statusOf(exported.problem));
    return fail(
      missing ? failures.notInPlan(exported.problem, name) : failures.unexpected(exported.problem, "key"),
      connection,
    );
  }
  yield passed("plan", "200");

  if (connection.userToken !== undefined) {
    const token = await attempt(checkUserToken(sender, signal));
    if (!token.ok) {
      yield failed("token", "The user token was refused", statusOf(token.problem));
      return fail(failures.refusedToken(token.problem));
    }
    yield passed("token", "200");
  }
  return { kind: "connected", connection };
}

type Attempt<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

async function attempt<Value>(call: Promise<Value>): Promise<Attempt<Value>> {
  try {
    return { ok: true, value: await call };
  } catch (error) {
    if (error instanceof ProblemError) return { ok: false, problem: error.problem };
    throw error;
  }
}

function statusOf(problem: Problem): string {
  return problem.kind === "unreachable" ? "no answer" : `${problem.status}`;
}

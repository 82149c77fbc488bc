import type { JsonObject } from "#values/json.ts";
import type { ValidatorJson } from "#values/validator.ts";
import { asArray, asNumber, asObject, asString } from "./read-answer.ts";
import type { FunctionKind } from "./run-function.ts";
import type { Sender } from "./sender.ts";
import { systemQuery } from "./system-query.ts";

/** A function as the deployment describes it. */
export interface FunctionSpec {
  /** As it is typed: `messages:list`; a default export is its module alone. */
  readonly path: string;
  readonly kind: Exclude<FunctionKind, "any">;
  readonly isInternal: boolean;
  readonly args: ValidatorJson;
  readonly returns: ValidatorJson;
}

/** A route that answers plain HTTP on the deployment's site; it has no path to be called by here. */
interface HttpActionSpec {
  readonly method: string;
  readonly path: string;
}

/** What an app offers to be called. */
export interface ApiSpec {
  /** Sorted by path. */
  readonly functions: readonly FunctionSpec[];
  /** Sorted by path. */
  readonly httpActions: readonly HttpActionSpec[];
}

const kinds: Readonly<Record<string, FunctionSpec["kind"]>> = {
  Query: "query",
  Mutation: "mutation",
  Action: "action",
};

/** All functions of the app, internal ones too, and its HTTP actions. */
export function apiSpec(sender: Sender, signal?: AbortSignal): Promise<ApiSpec> {
  return systemQuery(sender, {
    path: "_system/cli/modules:apiSpec",
    args: {},
    signal,
    decode: (json) => {
      const entries = asArray(json, "The answer").map((entry) => asObject(entry, "A function"));
      return {
        functions: entries.flatMap(functionSpec).toSorted(byPath),
        httpActions: entries.flatMap(httpActionSpec).toSorted(byPath),
      };
    },
  });
}

function functionSpec(entry: JsonObject): readonly FunctionSpec[] {
  const kind = kinds[asString(entry["functionType"], "functionType")];
  if (kind === undefined) return [];
  const identifier = asString(entry["identifier"], "identifier");
  const visibility = asObject(entry["visibility"] ?? {}, "visibility");
  return [
    {
      path: identifier.replace(/\.js(?=:|$)/, "").replace(/:default$/, ""),
      kind,
      isInternal: visibility["kind"] === "internal",
      args: validator(entry["args"]),
      returns: validator(entry["returns"]),
    },
  ];
}

function httpActionSpec(entry: JsonObject): readonly HttpActionSpec[] {
  if (entry["functionType"] !== "HttpAction") return [];
  return [{ method: asString(entry["method"], "method"), path: asString(entry["path"], "path") }];
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

// Its shape is looked at where it is used; an unknown kind of validator is shown as `any` there.
function validator(json: unknown): ValidatorJson {
  return (json ?? { type: "any" }) as ValidatorJson;
}

/** Names of the app's own tables, as the command line lists them; works where the plan has no export. */
export function tables(sender: Sender, signal?: AbortSignal): Promise<readonly string[]> {
  return systemQuery(sender, {
    path: "_system/cli/tables",
    args: { paginationOpts: { numItems: 10000, cursor: null } },
    signal,
    decode: (json) =>
      asArray(asObject(json, "The answer")["page"], "page")
        .map((entry) => asString(asObject(entry, "A table")["name"], "name"))
        .toSorted(),
  });
}

/** How many documents a table of the app has now. */
export function tableSize(sender: Sender, tableName: string, signal?: AbortSignal): Promise<number> {
  return systemQuery(sender, {
    path: "_system/frontend/tableSize",
    args: { tableName },
    signal,
    decode: (json) => asNumber(json, "The count"),
  });
}

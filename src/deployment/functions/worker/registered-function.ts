import type { UdfType } from "#deployment/functions/udf-type.ts";

/** A function object made by `query`, `mutation`, `action` or their internal kin of `convex/server`. */
export interface RegisteredFunction {
  readonly udfType: UdfType;
  readonly visibility: "public" | "internal";
  /** JSON text of the validator of the arguments. */
  exportArgs(): string;
  /** JSON text of the validator of what is returned, or `null`. */
  exportReturns(): string;
  /** @param args JSON text of the list of arguments; the answer is JSON text too */
  invoke(requestId: string, args: string): Promise<string>;
}

type Unknown = Readonly<Record<string, unknown>>;
type Invoker = (...args: string[]) => Promise<string>;

/** Recognises a function object by its flags; undefined for whatever else a module exports. */
export function registeredFunction(exported: unknown): RegisteredFunction | undefined {
  if (typeof exported !== "function") return undefined;
  const flags = exported as unknown as Unknown;
  const udfType = udfTypeOf(flags);
  if (udfType === undefined) return undefined;
  return {
    udfType,
    visibility: flags["isInternal"] === true ? "internal" : "public",
    exportArgs: flags["exportArgs"] as () => string,
    exportReturns: flags["exportReturns"] as () => string,
    invoke: (requestId, args) => {
      if (udfType === "query") return (flags["invokeQuery"] as Invoker)(args);
      if (udfType === "mutation") return (flags["invokeMutation"] as Invoker)(args);
      return (flags["invokeAction"] as Invoker)(requestId, args);
    },
  };
}

function udfTypeOf(flags: Unknown): UdfType | undefined {
  if (flags["isQuery"] === true) return "query";
  if (flags["isMutation"] === true) return "mutation";
  if (flags["isAction"] === true) return "action";
  return undefined;
}

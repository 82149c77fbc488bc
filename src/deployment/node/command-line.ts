import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type DeploymentSettings } from "#deployment/options.ts";
import { readFaults, readSettings } from "#deployment/read-options.ts";
import type { ServeOptions } from "./serve.ts";

export const usage = `npm run deployment -- [flags]

  --port N               the port (3210; 0 takes a free one)
  --host ADDRESS         the address to listen on (127.0.0.1)
  --data FILE            where documents are kept (:memory:, which keeps nothing)
  --admin-key KEY        the admin key instead of one of its own
  --empty                no sample documents
  --options FILE|JSON    settings, see src/deployment/README.md
  --faults FILE|JSON     what goes wrong how often, see src/deployment/README.md
  --print-token SUBJECT  prints a token of that user too`;

/** A command line that is not understood; the message says why. */
export class UsageError extends Error {}

export interface CommandLine {
  readonly serve: ServeOptions;
  readonly tokenFor: string | undefined;
  readonly wantsHelp: boolean;
}

/** Reads the flags of `npm run deployment`. Throws UsageError. */
export function readCommandLine(args: readonly string[]): CommandLine {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: "string", default: "3210" },
        host: { type: "string", default: "127.0.0.1" },
        data: { type: "string", default: ":memory:" },
        "admin-key": { type: "string" },
        empty: { type: "boolean", default: false },
        options: { type: "string" },
        faults: { type: "string" },
        "print-token": { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
    const settings: Partial<DeploymentSettings> = {
      ...(values.options === undefined ? {} : readSettings(readJson("--options", values.options))),
      ...(values.faults === undefined ? {} : readFaults(readJson("--faults", values.faults))),
    };
    const adminKey = values["admin-key"];
    return {
      serve: {
        data: values.data,
        host: values.host,
        port: portNumber(values.port),
        isEmpty: values.empty,
        settings,
        ...(adminKey === undefined ? {} : { adminKey }),
      },
      tokenFor: values["print-token"],
      wantsHelp: values.help,
    };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function portNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535) {
    throw new Error(`--port takes a port from 0 to 65535, not "${text}".`);
  }
  return Number(text);
}

/** JSON as it stands, or the file of that name. */
function readJson(flag: string, text: string): unknown {
  try {
    return JSON.parse(/^\s*[[{]/.test(text) ? text : readFileSync(text, "utf8"));
  } catch (error) {
    throw new Error(`${flag}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

import { decodeDocumentId, isDocumentId } from "#values/document-id.ts";
import type { Invocation } from "#deployment/functions/worker-messages.ts";
import { QueryStreams, type StreamBatch } from "./query-streams.ts";

/** The global `Convex`, by which everything in `convex/server` reaches its host. */
export interface ConvexGlobal {
  syscall(op: string, args: string): string;
  asyncSyscall(op: string, args: string): Promise<string>;
  jsSyscall(op: string, args: unknown): never;
}

const writes = new Set([
  "1.0/insert",
  "1.0/shallowMerge",
  "1.0/replace",
  "1.0/remove",
  "1.0/runUdf",
  "1.0/actions/mutation",
]);

/**
 * The `Convex` of one invocation. Synchronous calls are answered here, as a worker cannot wait for its host;
 * the others become messages.
 */
export function functionGlobal(
  invocation: Invocation,
  ask: (op: string, args: string) => Promise<string>,
): ConvexGlobal {
  const streams = new QueryStreams();
  const tableNumbers = new Map(Object.entries(invocation.tableNumbers));
  return {
    syscall(op, json) {
      const args = JSON.parse(json) as Record<string, unknown>;
      if (op === "1.0/queryStream") return JSON.stringify({ queryId: streams.open(args["query"]) });
      if (op === "1.0/queryCleanup") return "{}";
      if (op === "1.0/getSnapshotTs") return JSON.stringify(encodedInt64(invocation.snapshotTs));
      if (op === "1.0/db/normalizeId") {
        return JSON.stringify({ id: normalizedId(String(args["idString"]), String(args["table"])) });
      }
      throw new Error(`Unknown operation ${op}`);
    },
    async asyncSyscall(op, json) {
      if (op !== "1.0/queryStreamNext") {
        if (writes.has(op)) streams.noteWrite();
        const answer = await ask(op, json);
        if (op === "1.0/insert") learnTable(json, answer);
        return answer;
      }
      const { queryId } = JSON.parse(json) as { queryId: number };
      const next = await streams.next(queryId, async (request) => {
        return JSON.parse(await ask(op, JSON.stringify(request))) as StreamBatch;
      });
      return JSON.stringify(next);
    },
    jsSyscall(op) {
      throw new Error(`Unknown operation ${op}`);
    },
  };

  /** An insert may have made its table. */
  function learnTable(json: string, answer: string): void {
    const { table } = JSON.parse(json) as { table: string };
    if (tableNumbers.has(table)) return;
    const { _id: id } = JSON.parse(answer) as { _id: string };
    tableNumbers.set(table, decodeDocumentId(id).tableNumber);
  }

  function normalizedId(id: string, table: string): string | null {
    if (!isDocumentId(id)) return null;
    return decodeDocumentId(id).tableNumber === tableNumbers.get(table) ? id : null;
  }
}

function encodedInt64(value: bigint): { $integer: string } {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigInt64(0, value, true);
  return { $integer: btoa(String.fromCharCode(...bytes)) };
}

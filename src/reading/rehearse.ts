import { loadTransliteration } from "#values/transliterate.ts";
import { KeyChecker, type KeyReport } from "./check-keys.ts";
import type { Batch } from "./pack-batches.ts";
import { packFile, type PackingPlan, type Refused } from "./pack-file.ts";
import type { SourceFile } from "./source-file.ts";

/** A batch without its texts. */
export type BatchOutline = Omit<Batch, "texts">;

/**
 * What an import of the whole file would send, found without sending. `refused` keeps the first refusals;
 * `refusedCount` counts all. `bytes` is the sum of all request bodies.
 */
export interface Rehearsal {
  readonly records: number;
  readonly bytes: number;
  readonly batches: readonly BatchOutline[];
  readonly refusedCount: number;
  readonly refused: readonly Refused[];
  readonly keys: KeyReport | undefined;
}

/** How many refused records are kept with their reasons; the rest is only counted. */
const keptRefusals = 1000;

/** Converts and packs the whole file, and follows the keys where `key` names the fields of one. */
export async function rehearse(
  file: SourceFile,
  plan: PackingPlan,
  key: readonly string[] | undefined,
  onRead?: (bytes: number) => void,
): Promise<Rehearsal> {
  await loadTransliteration();
  const checker = key && new KeyChecker(key);
  const batches: BatchOutline[] = [];
  const refused: Refused[] = [];
  let refusedCount = 0;
  const onRecord =
    checker &&
    (({ line, stored }: { line: number; stored: Parameters<KeyChecker["add"]>[1] }) =>
      checker.add(line, stored));
  for await (const packed of packFile(file, plan, onRead, onRecord)) {
    if (packed.kind === "batch") {
      const { texts: _, ...outline } = packed.batch;
      batches.push(outline);
    } else {
      refusedCount++;
      if (refused.length < keptRefusals) refused.push(packed);
    }
  }
  return {
    records: batches.reduce((sum, batch) => sum + batch.records, 0),
    bytes: batches.reduce((sum, batch) => sum + batch.bytes, 0),
    batches,
    refusedCount,
    refused,
    keys: checker?.report(),
  };
}

import { type Converted, convertRecord } from "./convert-record.ts";
import type { FileFormat } from "./file-format.ts";
import type { Mapping } from "./mapping.ts";
import { type Batch, type BatchLimits, BatchPacker } from "./pack-batches.ts";
import { readRecords } from "./read-records.ts";
import type { SourceFile } from "./source-file.ts";

/** How a file becomes requests: plain data, and the same plan always gives the same batches. */
export interface PackingPlan {
  readonly format: FileFormat;
  readonly mapping: Mapping;
  readonly table: string;
  readonly limits: BatchLimits;
}

export type Refused = Extract<Converted, { kind: "refused" }>;
export type PackedRecord = Extract<Converted, { kind: "record" }>;
export type Packed = { readonly kind: "batch"; readonly batch: Batch } | Refused;

/**
 * The batches of a file in its order, with the records that are refused between them, each once. `onRecord` sees
 * every record that is packed. Names beyond ASCII need `loadTransliteration()` first.
 */
export async function* packFile(
  file: SourceFile,
  plan: PackingPlan,
  onRead?: (bytes: number) => void,
  onRecord?: (record: PackedRecord) => void,
): AsyncGenerator<Packed> {
  const packer = new BatchPacker(plan.table, plan.limits);
  for await (const records of readRecords(file, plan.format, onRead))
    for (const record of records) {
      if (record.kind === "header") continue;
      const converted = convertRecord(record, plan.mapping);
      if (converted.kind === "refused") {
        yield converted;
        continue;
      }
      onRecord?.(converted);
      const batch = packer.add(converted.line, converted.data, converted.size);
      if (batch !== undefined) yield { kind: "batch", batch };
    }
  const last = packer.end();
  if (last !== undefined) yield { kind: "batch", batch: last };
}

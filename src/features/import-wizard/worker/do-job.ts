import { loadTransliteration } from "#values/transliterate.ts";
import type { CsvDialect } from "#reading/csv-dialect.ts";
import { analyseFile } from "#reading/analyse-file.ts";
import { detectFormat } from "#reading/file-format.ts";
import { FileRefusal } from "#reading/file-refusal.ts";
import { packFile } from "#reading/pack-file.ts";
import { rehearse } from "#reading/rehearse.ts";
import { batchRequest } from "#reading/batch-request.ts";
import type { FromWorker, ToWorker } from "./protocol.ts";

type Job = Exclude<ToWorker, { kind: "next" }>;
type Say = (message: FromWorker, transfer?: readonly ArrayBuffer[]) => void;

// Often enough to look alive, seldom enough to cost nothing.
const bytesBetweenSayings = 256 * 1024;

/** Does one job of reading and says how it goes. `wanted` resolves when the page wants the next batch. */
export async function doJob(job: Job, say: Say, wanted: () => Promise<void>): Promise<void> {
  let said = 0;
  const onRead = (bytes: number): void => {
    if (bytes - said < bytesBetweenSayings) return;
    said = bytes;
    say({ kind: "read", bytes });
  };
  let dialect: CsvDialect | undefined;
  try {
    if (job.kind === "analyse") {
      const format = job.dialect
        ? { kind: "table" as const, dialect: job.dialect }
        : await detectFormat(job.file);
      if (format.kind === "table") dialect = format.dialect;
      say({ kind: "analysed", analysis: await analyseFile(job.file, format, onRead) });
    } else if (job.kind === "rehearse") {
      say({ kind: "rehearsed", rehearsal: await rehearse(job.file, job.plan, job.key, onRead) });
    } else await pack(job, say, wanted);
  } catch (error) {
    say(fault(error, dialect));
  }
}

async function pack(
  job: Extract<Job, { kind: "pack" }>,
  say: Say,
  wanted: () => Promise<void>,
): Promise<void> {
  await loadTransliteration();
  await wanted();
  for await (const packed of packFile(job.file, job.plan)) {
    if (packed.kind === "refused") continue;
    const { outline, body } = batchRequest(packed.batch, job.plan.table, job.key);
    say({ kind: "batch", outline, body }, [body.buffer]);
    await wanted();
  }
  say({ kind: "end" });
}

function fault(error: unknown, dialect: CsvDialect | undefined): FromWorker {
  if (error instanceof FileRefusal) return { kind: "refused", message: error.message, dialect };
  if (error instanceof DOMException && error.name === "NotReadableError") {
    const message = "The file can no longer be read: it was moved, removed or changed since it was chosen.";
    return { kind: "failed", message };
  }
  return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
}

import { useCallback, useEffect, useRef, useState } from "react";
import type { FileAnalysis } from "#reading/analyse-file.ts";
import type { CsvDialect } from "#reading/csv-dialect.ts";
import { startReadingWorker, type ReadingWorker } from "./reading-worker.ts";

type Underway = { readonly kind: "reading"; readonly bytes: number };
type Refusal = {
  readonly kind: "refused";
  readonly message: string;
  readonly dialect: CsvDialect | undefined;
};

/**
 * Where the first reading of the chosen file stands. `again`: the same file is being read in another dialect, or
 * cannot be; what was read before stays until then.
 */
export type FileReading =
  | { readonly kind: "none" }
  | ({ readonly file: File } & (Underway | Refusal))
  | {
      readonly kind: "read";
      readonly file: File;
      readonly analysis: FileAnalysis;
      readonly again: Underway | Refusal | undefined;
    };

export interface FileReader {
  readonly reading: FileReading;
  readonly read: (file: File, dialect?: CsvDialect) => void;
  readonly forget: () => void;
}

/** Reads a chosen file whole, in a worker. Choosing another, or another dialect, gives up the reading under way. */
export function useFileReading(): FileReader {
  const [reading, setReading] = useState<FileReading>({ kind: "none" });
  const worker = useRef<ReadingWorker>(undefined);
  useEffect(() => () => worker.current?.end(), []);

  const read = useCallback((file: File, dialect?: CsvDialect) => {
    const progress = (now: Underway | Refusal): void =>
      setReading((before) =>
        before.kind === "read" && before.file === file ? { ...before, again: now } : { file, ...now },
      );
    worker.current?.end();
    const started = startReadingWorker((bytes) => progress({ kind: "reading", bytes }));
    worker.current = started;
    progress({ kind: "reading", bytes: 0 });
    started.tell({ kind: "analyse", file, dialect });
    started
      .answer()
      .then(
        (answer) => {
          if (answer.kind === "analysed")
            setReading({ kind: "read", file, analysis: answer.analysis, again: undefined });
          else if (answer.kind === "refused") progress(answer);
        },
        (error: unknown) => progress({ kind: "refused", message: messageOf(error), dialect }),
      )
      .finally(() => started.end());
  }, []);
  const forget = useCallback(() => {
    worker.current?.end();
    setReading({ kind: "none" });
  }, []);
  return { reading, read, forget };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

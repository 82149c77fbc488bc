import type { CsvDialect } from "#reading/csv-dialect.ts";
import { Button } from "#ui/button.tsx";
import { FileDrop } from "#ui/file-drop.tsx";
import { formatBytes } from "#ui/format-bytes.ts";
import { formatCount } from "#ui/format-count.ts";
import { Notice } from "#ui/notice.tsx";
import { Progress } from "#ui/progress.tsx";
import { Status } from "#ui/status.tsx";
import { fileRemarks } from "#features/import-wizard/file-remarks.ts";
import { formatName } from "#features/import-wizard/format-name.ts";
import { RowsPreview } from "#features/import-wizard/rows-preview.tsx";
import type { FileReading } from "#features/import-wizard/use-file-reading.ts";

/** The first step: a file, and what it turns out to be. */
export function ChooseFile(props: {
  reading: FileReading;
  onFile: (file: File, dialect?: CsvDialect) => void;
}) {
  const { reading } = props;
  return (
    <>
      <div className="flex min-h-0 grow flex-col gap-4 overflow-auto p-4">
        <div className="max-w-[640px]">
          <FileDrop
            label="File"
            accept=".csv,.tsv,.tab,.psv,.txt,.json,.jsonl,.ndjson,text/csv,application/json"
            onFile={(file) => props.onFile(file)}
          >
            CSV, TSV, a JSON array or JSON Lines, in UTF-8. The file is read here and not sent anywhere before
            you start the import.
          </FileDrop>
        </div>
        <Found reading={reading} onFile={props.onFile} />
      </div>
      {reading.kind === "read" && <RowsPreview analysis={reading.analysis} />}
    </>
  );
}

function Found({ reading, onFile }: Parameters<typeof ChooseFile>[0]) {
  if (reading.kind === "none") return null;
  const { file } = reading;
  if (reading.kind === "reading") {
    const share = file.size === 0 ? 1 : reading.bytes / file.size;
    return (
      <div className="flex max-w-[640px] animate-late flex-col gap-2">
        <p className="text-13">
          Reading <span className="font-medium break-all">{file.name}</span>, {formatBytes(reading.bytes)} of{" "}
          {formatBytes(file.size)}
        </p>
        <Progress label="Reading" value={share} thick />
      </div>
    );
  }
  if (reading.kind === "refused") {
    const { dialect } = reading;
    return (
      <Notice
        tone="bad"
        alert
        className="max-w-[640px]"
        title={<span className="break-all">{file.name} cannot be imported</span>}
        actions={
          dialect !== undefined &&
          dialect.quote !== "" && (
            <Button onClick={() => onFile(file, { ...dialect, quote: "" })}>
              Read it without a quote character
            </Button>
          )
        }
      >
        {reading.message}
      </Notice>
    );
  }
  const { analysis } = reading;
  const remarks = fileRemarks(analysis);
  return (
    <div className="flex max-w-[640px] flex-col gap-3">
      <Status>
        <p className="text-16 font-semibold break-all">{file.name}</p>
        <p className="text-13 text-ink-2">
          {formatName(analysis.format)}. {formatCount(analysis.records)}{" "}
          {analysis.records === 1 ? "record" : "records"}, {formatBytes(file.size)}, all read.
        </p>
      </Status>
      {analysis.records === 0 && (
        <Notice tone="warn" title="There are no records in this file">
          It has names for its columns and nothing below them.
        </Notice>
      )}
      {remarks.length > 0 && (
        <Notice tone="warn">
          {remarks.map((remark) => (
            <p key={remark}>{remark}</p>
          ))}
        </Notice>
      )}
    </div>
  );
}

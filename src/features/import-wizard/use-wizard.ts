import { useMemo, useState } from "react";
import type { CsvDialect } from "#reading/csv-dialect.ts";
import type { Mapping } from "#reading/mapping.ts";
import { batchLimits } from "#reading/pack-batches.ts";
import { mappingProblems } from "./mapping-problems.ts";
import type { ImportPlan } from "./sending/import-plan.ts";
import { type Target, targetProblem } from "./target.ts";
import { type FileReading, useFileReading } from "./use-file-reading.ts";
import { type ImportRun, useImportRun } from "./use-import-run.ts";
import { type MappingState, useMapping } from "./use-mapping.ts";
import { type RehearsalRequest, type RehearsalState, useRehearsal } from "./use-rehearsal.ts";
import { stepBeside, type WizardStep } from "./wizard-steps.ts";

/** All that the wizard knows, and what can be done in it. */
export interface Wizard {
  readonly step: WizardStep;
  readonly reading: FileReading;
  readonly mapping: MappingState;
  /** For each column what stands against its field name. */
  readonly problems: readonly (string | undefined)[];
  readonly target: Target;
  readonly rehearsal: RehearsalState;
  /** What was typed to confirm that a table is overwritten. */
  readonly confirmation: string;
  readonly run: ImportRun;
  readonly running: boolean;
  /** Why the next step cannot be taken yet, as a sentence. */
  readonly obstacle: string | undefined;
  readonly choose: (file: File, dialect?: CsvDialect) => void;
  readonly setTarget: (target: Target) => void;
  readonly setConfirmation: (text: string) => void;
  readonly move: (by: 1 | -1) => void;
  readonly start: () => void;
  readonly restart: () => void;
}

/** @param table the table that the place names, to begin with */
export function useWizard(table: string | undefined): Wizard {
  const [step, setStep] = useState<WizardStep>("file");
  const { reading, read, forget } = useFileReading();
  const mapping = useMapping(reading.kind === "read" ? reading.analysis : undefined);
  const [target, setTarget] = useState<Target>({ table: table ?? "", mode: "append", key: [] });
  const [confirmation, setConfirmation] = useState("");
  const run = useImportRun();

  const problems = useMemo(
    () => (mapping.mapping ? mappingProblems(mapping.mapping, mapping.style) : []),
    [mapping.mapping, mapping.style],
  );
  const isPastTarget = step === "review" || step === "import";
  const request = useMemo(
    () => (isPastTarget ? rehearsalOf(reading, mapping.mapping, target) : undefined),
    [isPastTarget, reading, mapping.mapping, target],
  );
  const rehearsal = useRehearsal(request);

  const state = { step, reading, mapping, problems, target, rehearsal, confirmation };
  return {
    ...state,
    run,
    running: run.state !== undefined && run.state.phase !== "ended",
    obstacle: obstacleOf(state),
    choose: (file, dialect) => {
      if (dialect === undefined) setStep("file");
      read(file, dialect);
    },
    setTarget,
    setConfirmation,
    move: (by) => setStep(stepBeside(step, by) ?? step),
    start: () => {
      if (request === undefined || rehearsal.kind !== "done") return;
      run.start(request.file, request.plan, planOf(request, target, rehearsal.rehearsal));
      setStep("import");
    },
    restart: () => {
      forget();
      run.forget();
      setConfirmation("");
      setStep("file");
    },
  };
}

function rehearsalOf(
  reading: FileReading,
  mapping: Mapping | undefined,
  target: Target,
): RehearsalRequest | undefined {
  if (reading.kind !== "read" || mapping === undefined) return undefined;
  const { format } = reading.analysis;
  const key = target.mode === "replace-by-key" ? target.key : [];
  return { file: reading.file, plan: { format, mapping, table: target.table, limits: batchLimits }, key };
}

type Rehearsed = Extract<RehearsalState, { kind: "done" }>["rehearsal"];

function planOf({ key }: RehearsalRequest, { table, mode }: Target, rehearsed: Rehearsed): ImportPlan {
  const { records, bytes, batches, refusedCount } = rehearsed;
  return { table, mode, key, read: records + refusedCount, refused: refusedCount, records, bytes, batches };
}

type Known = Pick<
  Wizard,
  "step" | "reading" | "mapping" | "problems" | "target" | "rehearsal" | "confirmation"
>;

function obstacleOf({
  step,
  reading,
  mapping,
  problems,
  target,
  rehearsal,
  confirmation,
}: Known): string | undefined {
  if (reading.kind === "none") return "Choose a file first.";
  if (reading.kind === "reading" || (reading.kind === "read" && reading.again?.kind === "reading"))
    return "The file is still being read.";
  if (reading.kind === "refused") return "This file cannot be imported.";
  if (step === "file") return undefined;
  if (mapping.mapping === undefined) return "The fields are being named.";
  if (problems.some((problem) => problem !== undefined)) return "Mend the field names marked in red.";
  if (mapping.mapping.every(({ kind }) => kind === "leave-out")) return "Every column is left out.";
  if (step === "columns") return undefined;
  if (step === "target") return targetProblem(target, mapping.mapping);
  if (rehearsal.kind === "failed") return "The file cannot be read again.";
  if (rehearsal.kind === "running") return "The file is still being checked.";
  return reviewObstacle(rehearsal.rehearsal, target, confirmation);
}

function reviewObstacle(
  { keys, records }: Rehearsed,
  target: Target,
  confirmation: string,
): string | undefined {
  if (keys !== undefined && keys.again.count + keys.missing.count + keys.nulls.count > 0)
    return "Some records cannot be told apart by this key.";
  if (target.mode === "overwrite")
    return confirmation === target.table ? undefined : `Type ${target.table} to go on.`;
  return records === 0 ? "There is no record to send." : undefined;
}

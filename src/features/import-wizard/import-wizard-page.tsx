import { lazy, Suspense, useEffect } from "react";
import { importPlace } from "#places/import-place.ts";
import { usePlace } from "#parts/use-place.ts";
import { Button } from "#ui/button.tsx";
import { formatBytes } from "#ui/format-bytes.ts";
import { formatCount } from "#ui/format-count.ts";
import { ChooseFile } from "./steps/choose-file.tsx";
import { ChooseTarget } from "./steps/choose-target.tsx";
import { Columns } from "./steps/columns.tsx";
import { Review } from "./steps/review.tsx";
import { LeaveGuard } from "./leave-guard.tsx";
import { StepList } from "./step-list.tsx";
import { useWizard, type Wizard } from "./use-wizard.ts";
import { WizardFoot } from "./wizard-foot.tsx";

// The last steps come later than the first; they are fetched once a file is read, so that they are
// there when the import ends.
const loadRun = () => import("./steps/run.tsx");
const loadReport = () => import("./steps/report.tsx");
const Run = lazy(async () => ({ default: (await loadRun()).Run }));
const Report = lazy(async () => ({ default: (await loadReport()).Report }));

/** A file into a table, in five steps. */
export function ImportWizardPage() {
  const [place] = usePlace(importPlace);
  const wizard = useWizard(place.table);
  useEffect(() => {
    if (wizard.step === "file") return;
    for (const load of [loadRun, loadReport]) load().catch(() => undefined);
  }, [wizard.step]);
  return (
    <div className="flex min-h-0 grow flex-col">
      <h1 className="sr-only">Import</h1>
      <StepList step={wizard.step}>
        <Subject wizard={wizard} />
      </StepList>
      <LeaveGuard active={wizard.running} />
      <Step wizard={wizard} />
      <Foot wizard={wizard} />
    </div>
  );
}

function Subject({ wizard: { reading, target, step } }: { wizard: Wizard }) {
  if (reading.kind !== "read") return null;
  const { file, analysis } = reading;
  return (
    <>
      {file.name}{" "}
      <span className="text-quiet">
        {step === "file" || step === "columns" || target.table === ""
          ? `${formatBytes(file.size)}, ${formatCount(analysis.records)} records, all read`
          : `→ ${target.table}`}
      </span>
    </>
  );
}

function Step({ wizard }: { wizard: Wizard }) {
  const { reading, mapping } = wizard;
  if (wizard.step === "import" && wizard.run.state && wizard.rehearsal.kind === "done") {
    const { state, stopping, cancel } = wizard.run;
    return (
      <Suspense>
        {state.phase === "ended" ? (
          <Report state={state} rehearsal={wizard.rehearsal.rehearsal} />
        ) : (
          <Run state={state} stopping={stopping} onCancel={cancel} />
        )}
      </Suspense>
    );
  }
  if (reading.kind !== "read" || wizard.step === "file")
    return <ChooseFile reading={reading} onFile={wizard.choose} />;
  if (wizard.step === "columns" || mapping.mapping === undefined) {
    return (
      <Columns
        reading={reading}
        state={mapping}
        problems={wizard.problems}
        onDialect={(dialect) => wizard.choose(reading.file, dialect)}
      />
    );
  }
  if (wizard.step === "target")
    return <ChooseTarget target={wizard.target} mapping={mapping.mapping} onChange={wizard.setTarget} />;
  return (
    <Review
      file={reading.file}
      target={wizard.target}
      state={wizard.rehearsal}
      confirmation={wizard.confirmation}
      onConfirm={wizard.setConfirmation}
    />
  );
}

function Foot({ wizard }: { wizard: Wizard }) {
  const { step, obstacle, run } = wizard;
  if (step === "import") {
    if (run.state?.phase !== "ended") return <WizardFoot sum="Leaving this page stops the import." />;
    return (
      <WizardFoot
        next={
          <Button kind="primary" onClick={wizard.restart}>
            Import another file
          </Button>
        }
      />
    );
  }
  return (
    <WizardFoot
      back={step !== "file" && <Button onClick={() => wizard.move(-1)}>Back</Button>}
      sum={sumOf(wizard)}
      next={
        step === "review" ? (
          <Button kind="primary" reason={obstacle} onClick={wizard.start}>
            Start import
          </Button>
        ) : (
          <Button kind="primary" reason={obstacle} onClick={() => wizard.move(1)}>
            Next
          </Button>
        )
      }
    />
  );
}

function sumOf({ step, mapping, obstacle }: Wizard): string {
  if (step !== "columns" || mapping.mapping === undefined || obstacle !== undefined) return obstacle ?? "";
  const all = mapping.mapping;
  const kept = all.filter(({ kind }) => kind !== "leave-out");
  const renamed = kept.filter(({ name, field }) => name !== field).length;
  const parts = [
    `${formatCount(all.length)} columns: ${formatCount(kept.length)} kept`,
    renamed > 0 && `${formatCount(renamed)} renamed`,
    kept.length < all.length && `${formatCount(all.length - kept.length)} left out`,
  ];
  return parts.filter((part) => part !== false).join(", ");
}

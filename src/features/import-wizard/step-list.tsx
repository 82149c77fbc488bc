import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "#ui/cx.ts";
import { VisuallyHidden } from "#ui/visually-hidden.tsx";
import { type WizardStep, wizardSteps } from "./wizard-steps.ts";

/** The head of the wizard: where one is, and at the right what it is about. */
export function StepList(props: { step: WizardStep; children?: ReactNode }) {
  const current = wizardSteps.findIndex(({ id }) => id === props.step);
  return (
    <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-4 border-b border-line px-4 py-1">
      <ol aria-label="Steps" className="flex min-w-0 items-center gap-2 sm:gap-3">
        {wizardSteps.map(({ id, name }, index) => (
          <li
            key={id}
            aria-current={index === current ? "step" : undefined}
            className={cx(
              "flex items-center gap-2 text-13",
              index === current ? "font-medium text-ink" : "text-ink-2",
            )}
          >
            <Mark at={index} current={current} />
            <span className={cx(index !== current && "max-sm:sr-only")}>{name}</span>
            {index < current && <VisuallyHidden>done</VisuallyHidden>}
            {index < wizardSteps.length - 1 && (
              <span aria-hidden className="h-px w-2 shrink-0 bg-line-control sm:w-7" />
            )}
          </li>
        ))}
      </ol>
      <div className="ml-auto min-w-0 truncate text-12 text-ink-2">{props.children}</div>
    </div>
  );
}

function Mark(props: { at: number; current: number }) {
  const { at, current } = props;
  return (
    <span
      aria-hidden
      className={cx(
        "inline-flex size-5 shrink-0 items-center justify-center rounded-full border text-11 font-medium",
        at === current
          ? "border-accent bg-accent text-on-accent"
          : at < current
            ? "border-accent text-accent"
            : "border-line-control text-quiet",
      )}
    >
      {at < current ? <Check size={12} strokeWidth={2} /> : at + 1}
    </span>
  );
}

import type { ReactNode } from "react";

/** The foot of a step: Back at the left, the sum and the way on at the right. */
export function WizardFoot(props: { back?: ReactNode; sum?: ReactNode; next?: ReactNode }) {
  return (
    <div className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-2">
      {props.back}
      <div className="ml-auto flex min-w-0 flex-wrap items-center justify-end gap-x-4 gap-y-1">
        <span className="min-w-0 text-12 text-ink-2">{props.sum}</span>
        {props.next}
      </div>
    </div>
  );
}

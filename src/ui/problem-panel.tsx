import { TriangleAlert, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { CopyButton } from "./copy-button.tsx";

/**
 * Stands where the data would have been when it could not be had: what is wrong, why, what still works, the next
 * step. `<ProblemPanel title="…" cause="…" action={<Button kind="primary">Try again</Button>} facts={["403 NotInPlan", "62 ms"]} details={text} />`
 */
export function ProblemPanel(props: {
  title: string;
  cause: ReactNode;
  icon?: LucideIcon | undefined;
  /** One primary action. */
  action?: ReactNode;
  /** Others, quieter. */
  more?: ReactNode;
  /** Code, time, request; shown in mono on the last line. */
  facts?: readonly string[] | undefined;
  /** What "Copy details" copies. Holds no key. */
  details?: string | undefined;
}) {
  const Icon = props.icon ?? TriangleAlert;
  const facts = props.facts ?? [];
  return (
    <div role="alert" className="max-w-[596px] px-4 py-10 sm:pl-14">
      <h2 className="flex items-start gap-2 text-14 font-semibold text-ink">
        <Icon size={16} strokeWidth={1.5} aria-hidden className="mt-0.5 shrink-0 text-bad" />
        {props.title}
      </h2>
      <div className="mt-1 max-w-[68ch] text-13 text-ink-2">{props.cause}</div>
      {(props.action !== undefined || props.more !== undefined) && (
        <div className="mt-3 flex flex-wrap items-center gap-2">
          {props.action}
          {props.more}
        </div>
      )}
      {(facts.length > 0 || props.details !== undefined) && (
        <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line pt-2">
          {facts.map((fact) => (
            <span key={fact} className="value min-w-0 break-all text-quiet">
              {fact}
            </span>
          ))}
          {props.details !== undefined && (
            <span className="ml-auto">
              <CopyButton text={props.details} label="Copy details" worded />
            </span>
          )}
        </div>
      )}
    </div>
  );
}

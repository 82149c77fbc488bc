import type { ReactNode } from "react";
import { cx } from "#ui/cx.ts";

export interface Figure {
  readonly name: string;
  /** What a machine reads, where it is a plain number. */
  readonly value?: number | undefined;
  readonly shown: ReactNode;
  readonly detail?: ReactNode;
  readonly tone?: "plain" | "warn" | "bad" | undefined;
}

/** Large figures side by side, as a description list. */
export function Figures(props: { figures: readonly Figure[] }) {
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-3 px-4 sm:flex sm:gap-0">
      {props.figures.map(({ name, value, shown, detail, tone }) => (
        <div
          key={name}
          className="min-w-0 sm:flex-1 sm:border-l sm:border-line sm:px-4 sm:first:border-l-0 sm:first:pl-0"
        >
          <dt className="text-12 text-ink-2">{name}</dt>
          <dd>
            <span
              className={cx(
                "block text-20 font-semibold",
                tone === "bad" ? "text-bad" : tone === "warn" ? "text-warn" : "text-ink",
              )}
            >
              {value === undefined ? shown : <data value={value}>{shown}</data>}
            </span>
            {detail !== undefined && <span className="block text-12 text-ink-2">{detail}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

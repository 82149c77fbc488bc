import type { ReactNode } from "react";

/** Nothing is here, and that is a fact. `<Empty title="attachments had no documents at this instant" actions={…}>The schema…</Empty>` */
export function Empty(props: { title: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="max-w-[560px] px-4 py-10 sm:pl-14">
      <h2 className="text-14 font-semibold text-ink">{props.title}</h2>
      {props.children !== undefined && (
        <div className="mt-1 max-w-[60ch] text-13 text-ink-2">{props.children}</div>
      )}
      {props.actions !== undefined && (
        <div className="mt-3 flex flex-wrap items-center gap-2">{props.actions}</div>
      )}
    </div>
  );
}

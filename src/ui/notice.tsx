import { CircleCheck, Info, TriangleAlert, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";

export type NoticeTone = "info" | "ok" | "warn" | "bad" | "prod";

const tones: Record<NoticeTone, { icon: LucideIcon; edge: string; ink: string }> = {
  info: { icon: Info, edge: "border-l-accent", ink: "text-accent" },
  ok: { icon: CircleCheck, edge: "border-l-ok-line", ink: "text-ok" },
  warn: { icon: TriangleAlert, edge: "border-l-warn-line", ink: "text-warn" },
  bad: { icon: TriangleAlert, edge: "border-l-bad-line", ink: "text-bad" },
  prod: { icon: TriangleAlert, edge: "border-l-prod-line", ink: "text-prod" },
};

/** A sentence with an edge. `<Notice tone="bad" title="This key belongs to another deployment" actions={<Button…/>}>…` */
export function Notice(props: {
  tone: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Mono fact at the right of the actions: `401 BadAdminKey`. */
  fact?: string | undefined;
  /** Announced at once when it appears. */
  alert?: boolean | undefined;
  className?: string | undefined;
}) {
  const { icon: Icon, edge, ink } = tones[props.tone];
  return (
    <div
      role={props.alert ? "alert" : undefined}
      className={cx(
        "flex gap-3 rounded-4 border border-l-2 border-line py-2.5 pr-3 pl-3",
        edge,
        props.className,
      )}
    >
      <Icon size={16} strokeWidth={1.5} aria-hidden className={cx("mt-0.5 shrink-0", ink)} />
      <div className="min-w-0 grow">
        {props.title !== undefined && <div className="text-13 font-semibold text-ink">{props.title}</div>}
        {props.children !== undefined && <div className="text-13 text-ink-2">{props.children}</div>}
        {(props.actions !== undefined || props.fact !== undefined) && (
          <div className="mt-2 flex flex-wrap items-center gap-2">
            {props.actions}
            {props.fact !== undefined && <span className="value ml-auto text-quiet">{props.fact}</span>}
          </div>
        )}
      </div>
    </div>
  );
}

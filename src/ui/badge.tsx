import type { ReactNode } from "react";
import { cx } from "./cx.ts";

export type BadgeTone = "neutral" | "accent" | "ok" | "warn" | "bad" | "prod";

const tones: Record<BadgeTone, string> = {
  neutral: "bg-hover text-ink-2",
  accent: "bg-selected text-accent",
  ok: "bg-ok-bg text-ok",
  warn: "bg-warn-bg text-warn",
  bad: "bg-bad-bg text-bad",
  prod: "bg-prod-bg text-prod",
};

/** A tag. `<Badge tone="warn">same name twice</Badge>` */
export function Badge(props: {
  children: ReactNode;
  tone?: BadgeTone | undefined;
  mono?: boolean | undefined;
}) {
  return (
    <span
      className={cx(
        "inline-flex h-4.5 shrink-0 items-center rounded-3 px-1.5 text-11 font-medium whitespace-nowrap",
        props.mono && "font-mono",
        tones[props.tone ?? "neutral"],
      )}
    >
      {props.children}
    </span>
  );
}

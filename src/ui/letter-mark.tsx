import { cx } from "./cx.ts";

const tones = {
  neutral: "border border-line-control bg-bg text-ink-2",
  ok: "bg-ok-bg text-ok",
  accent: "bg-selected text-accent",
  bad: "bg-bad-bg text-bad",
  quiet: "bg-hover text-ink-2",
} as const;

/**
 * One letter or sign in a 16 px square: Q, M, A before a function, + ~ − · before a change. What it stands for is
 * said in `label`. `<LetterMark label="Mutation">M</LetterMark>`
 */
export function LetterMark(props: {
  children: string;
  label: string;
  tone?: keyof typeof tones | undefined;
}) {
  return (
    <span
      role="img"
      aria-label={props.label}
      className={cx(
        "inline-flex size-4 shrink-0 items-center justify-center rounded-3 font-mono text-[10px] leading-none font-medium",
        tones[props.tone ?? "neutral"],
      )}
    >
      {props.children}
    </span>
  );
}

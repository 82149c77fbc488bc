import { cx } from "#ui/cx.ts";

/** Whether the end of the log is watched. */
export function FollowSwitch(props: {
  isOn: boolean;
  /** Nothing more can be kept, so there is nothing to follow. */
  isFull: boolean;
  onTurn: (on: boolean) => void;
}) {
  const { isOn, isFull } = props;
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isOn}
      disabled={isFull}
      title={
        isFull
          ? "As many changes as can be kept are here: go on from here first"
          : isOn
            ? "New changes are asked for every few seconds"
            : "Ask for new changes every few seconds"
      }
      onClick={() => props.onTurn(!isOn)}
      className={cx(
        "inline-flex h-control shrink-0 items-center gap-2 rounded-4 border px-2.5 text-12 font-medium transition-colors",
        "disabled:border-line disabled:bg-sunken disabled:text-quiet",
        isOn
          ? "border-selected-line bg-selected text-accent"
          : "border-line-control bg-bg text-ink hover:bg-hover",
      )}
    >
      <span
        aria-hidden
        className={cx(
          "flex h-3.5 w-6 items-center rounded-8 border px-px",
          isOn ? "justify-end border-accent bg-accent" : "border-line-strong bg-bg",
        )}
      >
        <span className={cx("size-2.5 rounded-full", isOn ? "bg-on-accent" : "bg-line-strong")} />
      </span>
      Follow
    </button>
  );
}

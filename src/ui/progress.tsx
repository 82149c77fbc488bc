import { cx } from "./cx.ts";

/** How far a job is. `<Progress label="Import" value={0.62} valueText="62 %, 132,000 of 214,806 records" />`; without value it only says that it moves. */
export function Progress(props: {
  label: string;
  /** 0 to 1. */
  value?: number | undefined;
  valueText?: string | undefined;
  /** 4 px in bars, 8 px where it is the subject. */
  thick?: boolean | undefined;
  className?: string | undefined;
}) {
  const { value } = props;
  const percent = value === undefined ? undefined : Math.min(100, Math.max(0, value * 100));
  return (
    <div
      role="progressbar"
      aria-label={props.label}
      aria-valuemin={percent === undefined ? undefined : 0}
      aria-valuemax={percent === undefined ? undefined : 100}
      aria-valuenow={percent === undefined ? undefined : Math.floor(percent)}
      aria-valuetext={props.valueText}
      className={cx(
        "relative overflow-hidden rounded-4 bg-skeleton",
        props.thick ? "h-2" : "h-1",
        props.className,
      )}
    >
      {percent === undefined ? (
        <div className="absolute inset-y-0 w-[30%] animate-passing bg-accent motion-reduce:left-[35%]" />
      ) : (
        <div
          className="h-full bg-accent transition-[width] duration-160 ease-linear"
          style={{ width: `${percent}%` }}
        />
      )}
    </div>
  );
}

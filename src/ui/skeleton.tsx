import { cx } from "./cx.ts";

/** A bar where text will stand. `<Skeleton width={120} />`, `<Skeleton width="60%" />` */
export function Skeleton(props: { width?: number | string | undefined; className?: string | undefined }) {
  return (
    <span
      aria-hidden
      style={{ width: props.width ?? 96 }}
      className={cx("inline-block h-2.5 max-w-full rounded-3 bg-skeleton align-middle", props.className)}
    />
  );
}

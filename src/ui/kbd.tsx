import { cx } from "./cx.ts";

/** A key cap. `<Kbd>⌘K</Kbd>` */
export function Kbd(props: { children: string; className?: string | undefined }) {
  return (
    <kbd
      className={cx(
        "inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-3 border border-line-control px-1 font-sans text-11 text-quiet",
        props.className,
      )}
    >
      {props.children}
    </kbd>
  );
}

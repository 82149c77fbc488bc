import type { ReactNode } from "react";

/** Said politely when it changes; always in the page so that the first change is heard too. `<Status hidden>{text}</Status>` */
export function Status(props: {
  children?: ReactNode;
  hidden?: boolean | undefined;
  className?: string | undefined;
}) {
  return (
    <div role="status" className={props.hidden ? "sr-only" : props.className}>
      {props.children}
    </div>
  );
}

import type { ReactNode } from "react";

/** Said, not shown. `<VisuallyHidden>rows</VisuallyHidden>` */
export function VisuallyHidden(props: { children: ReactNode; id?: string | undefined }) {
  return (
    <span id={props.id} className="sr-only">
      {props.children}
    </span>
  );
}

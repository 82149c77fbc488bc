import { lazy, Suspense, type ReactNode } from "react";

const SheetFrame = lazy(async () => ({ default: (await import("./sheet-frame.tsx")).SheetFrame }));

export interface SheetProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** From 640 px up; below that every sheet slides from below. */
  side: "left" | "right";
  children: ReactNode;
}

/** A pane over the page, for windows too narrow to show it beside. `<Sheet open={open} onClose={close} title="Tables" side="left">` */
export function Sheet(props: SheetProps) {
  if (!props.open) return null;
  return (
    <Suspense fallback={null}>
      <SheetFrame {...props} />
    </Suspense>
  );
}

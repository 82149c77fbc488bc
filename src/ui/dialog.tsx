import { lazy, Suspense, type ReactNode } from "react";

// Radix comes with the first dialog that opens, not with the first load.
const DialogFrame = lazy(async () => ({ default: (await import("./dialog-frame.tsx")).DialogFrame }));

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** One sentence under the title, announced with it. */
  description?: ReactNode;
  width?: 480 | 560 | 640 | undefined;
  children: ReactNode;
  /** Buttons, the primary last. The one marked `safe` has the focus. */
  foot?: ReactNode;
}

/** `<Dialog open={asking} onClose={close} title="Unlock for writing" foot={<><Button safe onClick={close}>Cancel</Button>…</>}>` */
export function Dialog(props: DialogProps) {
  if (!props.open) return null;
  return (
    <Suspense fallback={null}>
      <DialogFrame {...props} />
    </Suspense>
  );
}

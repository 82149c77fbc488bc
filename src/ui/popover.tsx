import { lazy, Suspense, useState, type ReactNode } from "react";

const loadFrame = () => import("./popover-frame.tsx");
const PopoverFrame = lazy(async () => ({ default: (await loadFrame()).PopoverFrame }));

export interface PopoverProps {
  /** Name of the button and of what it opens. */
  label: string;
  /** What the button shows. */
  trigger: ReactNode;
  triggerClassName?: string | undefined;
  align?: "start" | "end" | undefined;
  width?: number | undefined;
  disabled?: boolean | undefined;
  children: ReactNode | ((close: () => void) => ReactNode);
}

/** A button with a small pane of controls. `<Popover label="Columns" trigger="Columns" triggerClassName={buttonClass()}>…</Popover>` */
export function Popover(props: PopoverProps) {
  const [opened, setOpened] = useState(false);
  const trigger = (
    <button
      type="button"
      aria-label={props.label}
      aria-haspopup="dialog"
      aria-expanded={false}
      disabled={props.disabled}
      className={props.triggerClassName}
      onPointerEnter={() => void loadFrame()}
      onFocus={() => void loadFrame()}
      onClick={() => setOpened(true)}
    >
      {props.trigger}
    </button>
  );
  if (!opened) return trigger;
  return (
    <Suspense fallback={trigger}>
      <PopoverFrame {...props} />
    </Suspense>
  );
}

import { Popover as Radix } from "radix-ui";
import { useState } from "react";
import { focusSafe } from "./focus-safe.ts";
import type { PopoverProps } from "./popover.tsx";

export function PopoverFrame(props: PopoverProps) {
  const [open, setOpen] = useState(true);
  const { children } = props;
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <Radix.Trigger aria-label={props.label} disabled={props.disabled} className={props.triggerClassName}>
        {props.trigger}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={props.label}
          align={props.align ?? "start"}
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={focusSafe}
          style={{ width: props.width ?? 280 }}
          className="z-50 max-h-(--radix-popover-content-available-height) max-w-[calc(100vw-16px)] animate-float overflow-auto rounded-6 bg-raised p-3 text-13 shadow-float outline-none"
        >
          {typeof children === "function" ? children(() => setOpen(false)) : children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { cx } from "./cx.ts";
import { focusSafe } from "./focus-safe.ts";
import { IconButton } from "./icon-button.tsx";
import type { SheetProps } from "./sheet.tsx";
import { useOpener } from "./use-opener.ts";

export function SheetFrame(props: SheetProps) {
  const returnFocus = useOpener();
  return (
    <Radix.Root open onOpenChange={(open) => !open && props.onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-panel bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          onOpenAutoFocus={focusSafe}
          onCloseAutoFocus={returnFocus}
          className={cx(
            "fixed z-50 flex animate-panel flex-col bg-bg shadow-float outline-none",
            "max-sm:inset-x-0 max-sm:bottom-0 max-sm:max-h-[85dvh] max-sm:min-h-[40dvh] max-sm:rounded-t-8",
            "sm:inset-y-0 sm:w-84 sm:max-w-[85vw]",
            props.side === "left" ? "sm:left-0" : "sm:right-0",
          )}
        >
          <div className="flex h-11 shrink-0 items-center border-b border-line pr-1.5 pl-4">
            <Radix.Title className="truncate text-14 font-semibold">{props.title}</Radix.Title>
            <IconButton icon={X} label="Close" onClick={props.onClose} className="ml-auto" />
          </div>
          <div className="flex min-h-0 grow flex-col overflow-auto">{props.children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

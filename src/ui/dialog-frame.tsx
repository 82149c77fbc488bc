import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { DialogProps } from "./dialog.tsx";
import { focusSafe } from "./focus-safe.ts";
import { IconButton } from "./icon-button.tsx";
import { useOpener } from "./use-opener.ts";

export function DialogFrame(props: DialogProps) {
  const returnFocus = useOpener();
  const described = props.description === undefined ? { "aria-describedby": undefined } : {};
  return (
    <Radix.Root open onOpenChange={(open) => !open && props.onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-panel bg-scrim" />
        <Radix.Content
          {...described}
          onOpenAutoFocus={focusSafe}
          onCloseAutoFocus={returnFocus}
          style={{ maxWidth: props.width ?? 480 }}
          className="fixed inset-x-3 top-[min(112px,12vh)] z-50 mx-auto flex max-h-[calc(100dvh-24vh)] animate-float flex-col rounded-8 bg-raised shadow-float outline-none"
        >
          <div className="flex h-12 shrink-0 items-center border-b border-line pr-2 pl-4">
            <Radix.Title className="truncate text-14 font-semibold">{props.title}</Radix.Title>
            <IconButton icon={X} label="Close" onClick={props.onClose} className="ml-auto" />
          </div>
          <div className="min-h-0 grow overflow-auto px-4 py-3 text-13">
            {props.description !== undefined && (
              <Radix.Description className="mb-3 text-13 text-ink-2">{props.description}</Radix.Description>
            )}
            {props.children}
          </div>
          {props.foot !== undefined && (
            <div className="flex min-h-12 shrink-0 flex-wrap items-center justify-end gap-2 border-t border-line px-4 py-2">
              {props.foot}
            </div>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

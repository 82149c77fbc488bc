import { Check } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import { cx } from "./cx.ts";
import { Kbd } from "./kbd.tsx";
import type { MenuItem, MenuProps } from "./menu.tsx";

/** The menu with its button, open from the start: it takes the place of the plain button at the first press. */
export function MenuList(props: MenuProps) {
  const anyLead = props.items.some(
    (item) => item.kind === "action" && (item.icon || item.lead !== undefined || item.checked !== undefined),
  );
  return (
    <Radix.Root defaultOpen modal={false}>
      <Radix.Trigger aria-label={props.label} disabled={props.disabled} className={cx(props.className)}>
        {props.children}
      </Radix.Trigger>
      {/* No portal: below the body's end the list would stand outside every landmark. It is fixed, so nothing clips it. */}
      <Radix.Content
        align={props.align ?? "start"}
        sideOffset={4}
        collisionPadding={8}
        loop
        aria-label={props.label}
        className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 animate-float overflow-auto rounded-6 bg-raised p-1 shadow-float outline-none"
      >
        {props.items.map((item, index) => (
          <MenuRow key={index} item={item} indent={anyLead} />
        ))}
      </Radix.Content>
    </Radix.Root>
  );
}

function MenuRow({ item, indent }: { item: MenuItem; indent: boolean }) {
  if (item.kind === "separator") return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
  if (item.kind === "heading") {
    return <Radix.Label className="px-2 pt-2 pb-1 text-11 font-medium text-quiet">{item.label}</Radix.Label>;
  }
  return (
    <Radix.Item
      disabled={item.disabled ?? false}
      onSelect={item.onSelect}
      aria-checked={item.checked}
      role={item.checked === undefined ? "menuitem" : "menuitemradio"}
      className="flex min-h-8 items-center gap-2 rounded-4 px-2 text-13 text-ink outline-none data-disabled:text-quiet data-highlighted:bg-hover"
    >
      {indent && (
        <span className="flex w-4 shrink-0 items-center justify-center text-ink-2">
          {item.checked ? (
            <Check size={14} strokeWidth={1.5} aria-hidden className="text-accent" />
          ) : item.icon ? (
            <item.icon size={14} strokeWidth={1.5} aria-hidden />
          ) : (
            item.lead
          )}
        </span>
      )}
      <span className="min-w-0 truncate">{item.label}</span>
      {item.detail !== undefined && (
        <span className="min-w-0 truncate text-12 text-quiet">{item.detail}</span>
      )}
      {item.keys !== undefined && <Kbd className="ml-auto">{item.keys}</Kbd>}
    </Radix.Item>
  );
}

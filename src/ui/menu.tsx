import type { LucideIcon } from "lucide-react";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { cx } from "./cx.ts";

const loadMenuList = () => import("./menu-list.tsx");
const MenuList = lazy(async () => ({ default: (await loadMenuList()).MenuList }));

export type MenuItem =
  | {
      readonly kind: "action";
      readonly label: string;
      readonly onSelect: () => void;
      readonly icon?: LucideIcon | undefined;
      /** Shown at the left when there is no icon: a dot, a letter. */
      readonly lead?: ReactNode;
      readonly detail?: string | undefined;
      readonly keys?: string | undefined;
      readonly disabled?: boolean | undefined;
      /** A tick before the one that holds. */
      readonly checked?: boolean | undefined;
    }
  | { readonly kind: "heading"; readonly label: string }
  | { readonly kind: "separator" };

export interface MenuProps {
  /** Name of the button. */
  label: string;
  /** What the button shows; its classes are `className`. */
  children: ReactNode;
  items: readonly MenuItem[];
  align?: "start" | "end" | undefined;
  className?: string | undefined;
  disabled?: boolean | undefined;
}

/**
 * A button with a menu. The list (Radix) is fetched when the button is pointed at or focused. `<Menu label="Copy as" items={[{kind: "action", …}]} className={buttonClass("quiet")}>Copy as</Menu>`
 */
export function Menu(props: MenuProps) {
  const [opened, setOpened] = useState(false);
  const trigger = (
    <button
      type="button"
      aria-label={props.label}
      aria-haspopup="menu"
      aria-expanded={false}
      disabled={props.disabled}
      className={cx(props.className)}
      onPointerEnter={() => void loadMenuList()}
      onFocus={() => void loadMenuList()}
      onClick={() => setOpened(true)}
      onKeyDown={(event) => {
        if (event.key === "ArrowDown") setOpened(true);
      }}
    >
      {props.children}
    </button>
  );
  if (!opened) return trigger;
  return (
    <Suspense fallback={trigger}>
      <MenuList {...props} />
    </Suspense>
  );
}

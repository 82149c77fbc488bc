import { useRef, useState, type ReactNode } from "react";
import { Kbd } from "./kbd.tsx";

interface Anchor {
  readonly left: number;
  readonly top: number;
}

/**
 * A word or two beside what is pointed at or focused. It repeats a name or shows keys; a fact never stands here
 * alone. Native popover rather than a library: it is part of the first load. `<Tooltip text="Copy" keys="C">…`
 */
export function Tooltip(props: { text: string; keys?: string | undefined; children: ReactNode }) {
  const [anchor, setAnchor] = useState<Anchor>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const show = (element: Element, delay: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const box = element.firstElementChild?.getBoundingClientRect();
      if (box) setAnchor({ left: box.left + box.width / 2, top: box.bottom + 6 });
    }, delay);
  };
  const hide = () => {
    clearTimeout(timer.current);
    setAnchor(undefined);
  };

  return (
    <span
      role="presentation"
      className="contents"
      onPointerEnter={(event) => event.pointerType === "mouse" && show(event.currentTarget, 500)}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={(event) => event.target.matches(":focus-visible") && show(event.currentTarget, 500)}
      onBlur={hide}
      onKeyDown={hide}
    >
      {props.children}
      {anchor && (
        <span
          ref={(element) => place(element, anchor)}
          popover="manual"
          aria-hidden
          className="pointer-events-none fixed inset-auto m-0 items-center gap-2 rounded-4 bg-raised px-2 py-1 text-11 text-ink shadow-float"
        >
          {props.text}
          {props.keys !== undefined && <Kbd className="ml-2">{props.keys}</Kbd>}
        </span>
      )}
    </span>
  );
}

function place(element: HTMLElement | null, anchor: Anchor) {
  if (!element) return;
  element.showPopover();
  const { offsetWidth: width, offsetHeight: height } = element;
  const left = Math.max(4, Math.min(anchor.left - width / 2, window.innerWidth - width - 4));
  const below = anchor.top + height < window.innerHeight - 4;
  element.style.left = `${left}px`;
  element.style.top = `${below ? anchor.top : anchor.top - height - 46}px`;
}

import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";
import type { ComboboxOption, ShownOption } from "./combobox-options.ts";
import { cx } from "./cx.ts";
import { MatchedText } from "./matched-text.tsx";

export function ComboboxPopup(props: {
  id: string;
  label: string;
  anchor: RefObject<HTMLElement | null>;
  shown: readonly ShownOption[];
  active: number;
  mono: boolean | undefined;
  nothing: string | undefined;
  onPick: (option: ComboboxOption) => void;
}) {
  const popup = useRef<HTMLDivElement>(null);
  const { anchor, shown, active } = props;
  const hidden = shown.length === 0 && props.nothing === undefined;

  // In the top layer, so that no pane around the field cuts it off.
  useLayoutEffect(() => {
    const element = popup.current;
    if (!element) return;
    element.showPopover();
    const place = () => {
      const box = anchor.current?.getBoundingClientRect();
      if (!box) return;
      const below = window.innerHeight - box.bottom - 12;
      const above = box.top - 12;
      const up = below < 200 && above > below;
      element.style.left = `${box.left}px`;
      element.style.minWidth = `${box.width}px`;
      element.style.maxHeight = `${Math.min(up ? above : below, 400)}px`;
      element.style.top = up ? "auto" : `${box.bottom + 4}px`;
      element.style.bottom = up ? `${window.innerHeight - box.top + 4}px` : "auto";
    };
    place();
    window.addEventListener("resize", place);
    window.addEventListener("scroll", place, true);
    return () => {
      window.removeEventListener("resize", place);
      window.removeEventListener("scroll", place, true);
    };
  }, [anchor]);

  useEffect(() => {
    popup.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [active]);

  return (
    <div
      ref={popup}
      role="presentation"
      popover="manual"
      // A press in the list must not take the focus from the field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        if (!(event.target instanceof Element)) return;
        const place = event.target.closest<HTMLElement>("[data-option]")?.dataset["option"];
        const picked = place === undefined ? undefined : shown[Number(place)];
        if (picked) props.onPick(picked.option);
      }}
      className={cx(
        "fixed inset-auto m-0 max-w-[min(560px,calc(100vw-16px))] overflow-auto rounded-6 bg-raised p-1 text-ink shadow-float",
        hidden && "hidden",
      )}
    >
      <div role="listbox" id={props.id} aria-label={props.label}>
        {inGroups(shown).map((group) => (
          <div
            key={group.name ?? ""}
            role={group.name === undefined ? "presentation" : "group"}
            aria-label={group.name}
          >
            {group.name !== undefined && (
              <div role="presentation" className="px-2 pt-2 pb-1 text-11 font-medium text-quiet">
                {group.name}
              </div>
            )}
            {group.options.map(({ option, ranges, index }) => (
              <div
                key={option.value}
                role="option"
                id={`${props.id}-${index}`}
                aria-selected={index === active}
                data-option={index}
                className={cx(
                  "flex min-h-8 items-center gap-2 rounded-4 px-2",
                  index === active ? "bg-selected" : "hover:bg-hover",
                )}
              >
                {option.lead}
                <span className={cx("whitespace-nowrap", props.mono ? "value" : "text-13")}>
                  <MatchedText text={option.label ?? option.value} ranges={ranges} />
                </span>
                {option.detail !== undefined && (
                  <span className="min-w-0 truncate text-12 text-quiet">{option.detail}</span>
                )}
                {option.badge !== undefined && (
                  <span className="ml-auto flex items-center pl-3">{option.badge}</span>
                )}
              </div>
            ))}
          </div>
        ))}
      </div>
      {shown.length === 0 && props.nothing !== undefined && (
        <div className="px-2 py-1.5 text-12 text-quiet">{props.nothing}</div>
      )}
    </div>
  );
}

interface Group {
  readonly name: string | undefined;
  readonly options: (ShownOption & { readonly index: number })[];
}

function inGroups(shown: readonly ShownOption[]): readonly Group[] {
  const groups: Group[] = [];
  for (const [index, match] of shown.entries()) {
    const name = match.option.group;
    const last = groups.at(-1);
    if (last && last.name === name) last.options.push({ ...match, index });
    else groups.push({ name, options: [{ ...match, index }] });
  }
  return groups;
}

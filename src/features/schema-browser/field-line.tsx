import { ChevronDown, ChevronRight } from "lucide-react";
import type { KeyboardEvent } from "react";
import { cx } from "#ui/cx.ts";
import { fieldColumns } from "./field-columns.ts";
import { TypeLabel } from "./type-label.tsx";
import type { VisibleField } from "./visible-fields.ts";

export function FieldLine(props: {
  line: VisibleField;
  isStop: boolean;
  isChosen: boolean;
  component: string;
  isTable: (name: string) => boolean;
  onKeyDown: (event: KeyboardEvent) => void;
  onTurn: (open: boolean) => void;
  onChoose: () => void;
  onFocus: () => void;
}) {
  const { node, level, position, siblings, isOpen } = props.line;
  const Fold = isOpen ? ChevronDown : ChevronRight;
  return (
    <div
      role="row"
      tabIndex={props.isStop ? 0 : -1}
      data-field={node.id}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-expanded={isOpen}
      aria-selected={props.isChosen}
      onFocus={props.onFocus}
      onKeyDown={props.onKeyDown}
      onClick={(event) => {
        const target = event.target instanceof Element ? event.target : undefined;
        if (target?.closest("[data-fold]")) props.onTurn(!isOpen);
        else if (!target?.closest("a")) props.onChoose();
      }}
      className={cx(
        fieldColumns,
        "focus-inset min-h-row items-start border-b border-line",
        props.isChosen ? "bg-selected" : "hover:bg-hover",
      )}
    >
      <span
        role="rowheader"
        className="flex min-w-0 items-start py-1"
        style={{ paddingLeft: (level - 1) * 16 }}
      >
        <span className="flex size-5 shrink-0 items-center justify-center">
          {isOpen !== undefined && (
            // The arrow keys do the same on the line, so the keyboard needs no stop here.
            <span
              aria-hidden
              data-fold
              className="flex size-5 items-center justify-center rounded-3 text-ink-2 hover:text-ink max-sm:-m-2 max-sm:size-9"
            >
              <Fold size={14} strokeWidth={1.5} />
            </span>
          )}
        </span>
        <span
          className={cx(
            "value min-w-0 break-words",
            node.kind !== "field" || node.name.startsWith("_") ? "text-quiet" : "text-ink",
          )}
        >
          {node.name === "" ? '""' : node.name}
        </span>
      </span>
      <span
        role="gridcell"
        className="min-w-0 py-1 max-sm:order-3 max-sm:col-span-2 max-sm:-mt-1"
        style={{ ["--indent" as string]: `${(level - 1) * 16 + 20}px` }}
      >
        <span className="block max-sm:pl-(--indent)">
          <TypeLabel
            shape={node.shape}
            optional={node.optional}
            component={props.component}
            isTable={props.isTable}
          />
        </span>
      </span>
      <span role="gridcell" className="py-1 text-12 leading-5 text-quiet">
        {node.kind !== "field" ? "" : node.optional ? "sometimes" : "always"}
      </span>
    </div>
  );
}

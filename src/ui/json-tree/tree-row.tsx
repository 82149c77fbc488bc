import { ChevronDown, ChevronRight, Route } from "lucide-react";
import type { ReactNode } from "react";
import { CopyButton } from "#ui/copy-button.tsx";
import { cx } from "#ui/cx.ts";
import { ValueText, type RenderId } from "#ui/value-text.tsx";
import { valueType } from "#ui/value-type.ts";
import { visibleText } from "#ui/visible-text.ts";
import { formatCount } from "#ui/format-count.ts";
import { isArray } from "#values/convex-value.ts";
import { isDocumentId } from "#values/document-id.ts";
import type { TreeRow } from "./tree-rows.ts";

export interface TreeRowViewProps {
  id: string;
  row: TreeRow;
  index: number;
  top: number;
  height: number;
  /** Levels shown at the left; one less when the root is not drawn. */
  depth: number;
  active: boolean;
  ringed: boolean;
  types: boolean;
  renderId: RenderId | undefined;
  tableOfId: ((id: string) => string | undefined) | undefined;
  note: ReactNode;
  copyValue: () => string;
  copyPath: () => string;
}

export function TreeRowView(props: TreeRowViewProps) {
  const { row, active } = props;
  const Turn = row.isOpen ? ChevronDown : ChevronRight;
  return (
    <div
      role="treeitem"
      id={props.id}
      aria-level={props.depth + 1}
      aria-setsize={row.siblings}
      aria-posinset={(row.path.at(-1) ?? 0) + 1}
      aria-expanded={row.canUnfold ? row.isOpen : undefined}
      aria-selected={active}
      data-row={props.index}
      style={{
        height: props.height,
        transform: `translateY(${props.top}px)`,
        paddingLeft: 12 + props.depth * 16,
      }}
      className={cx(
        "group absolute top-0 left-0 flex w-full items-center pr-4 whitespace-nowrap",
        active ? "bg-selected" : "hover:bg-hover",
        active && props.ringed && "outline-2 -outline-offset-2 outline-accent",
      )}
    >
      <span
        aria-hidden
        data-turn={row.canUnfold || undefined}
        className="flex w-5 shrink-0 justify-start text-ink-2"
      >
        {row.canUnfold && <Turn size={14} strokeWidth={1.5} />}
      </span>
      {row.key !== undefined && row.kind !== "text" && (
        <span className="value mr-1.5 shrink-0 text-ink-2">
          {row.kind === "field" ? fieldKey(row.key) : row.key}
          <span className="text-quiet">:</span>
        </span>
      )}
      <span className="min-w-0 truncate">
        <RowValue row={row} renderId={props.renderId} />
      </span>
      {props.note !== undefined && (
        // Where there is no room for both, the value stays whole and the note gives way.
        <span className="ml-1.5 min-w-0 shrink-[9999] truncate text-12 text-quiet">{props.note}</span>
      )}
      <span className="ml-auto flex shrink-0 items-center pl-3">
        {row.kind !== "text" && (
          <span className={cx("items-center", active ? "flex" : "hidden group-hover:flex")}>
            {row.kind !== "root" && (
              <CopyButton small icon={Route} label="Copy path" text={props.copyPath} className="size-5!" />
            )}
            <CopyButton small label="Copy value" text={props.copyValue} className="size-5!" />
          </span>
        )}
        {props.types && row.kind !== "text" && (
          <span className="pl-1 font-sans text-11 text-quiet">{typeOf(row, props.tableOfId)}</span>
        )}
      </span>
    </div>
  );
}

function RowValue({ row, renderId }: { row: TreeRow; renderId: RenderId | undefined }) {
  const { value } = row;
  if (row.kind === "text" && typeof value === "string") {
    return (
      <span className="value whitespace-pre text-ink">
        {visibleText(value).map((part, index) =>
          part.kind === "text" ? (
            part.text
          ) : (
            <span key={index} className="text-quiet">
              {part.text}
            </span>
          ),
        )}
      </span>
    );
  }
  if (typeof value === "string" && row.canUnfold) {
    return (
      <>
        {row.isOpen ? (
          <span className="value text-quiet">text</span>
        ) : (
          <ValueText value={value} inTree renderId={renderId} />
        )}
        <span className="value pl-1.5 text-quiet">{formatCount(value.length)}</span>
      </>
    );
  }
  if (row.isOpen && typeof value === "object" && value !== null && !(value instanceof Uint8Array)) {
    const count = isArray(value) ? value.length : Object.keys(value).length;
    return <span className="value text-quiet">{isArray(value) ? `[${count}]` : `{${count}}`}</span>;
  }
  if (typeof value === "object" && value !== null && !(value instanceof Uint8Array) && !row.canUnfold) {
    return <span className="value text-quiet">{isArray(value) ? "[] empty" : "{} empty"}</span>;
  }
  return <ValueText value={value} inTree renderId={renderId} />;
}

/** Names that are not plain stand in quotes, so that a space in one is seen. */
function fieldKey(key: string | number): string {
  const text = String(key);
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(text) ? text : JSON.stringify(text);
}

function typeOf(row: TreeRow, tableOfId: TreeRowViewProps["tableOfId"]): string {
  const { value } = row;
  if (typeof value === "string" && isDocumentId(value)) {
    const table = tableOfId?.(value);
    return table === undefined ? "Id" : `Id<"${table}">`;
  }
  return valueType(value);
}

import { useRef, useState, type KeyboardEvent } from "react";
import type { FieldNode } from "./field-tree.ts";
import { fieldColumns } from "./field-columns.ts";
import { FieldLine } from "./field-line.tsx";
import { stepInTree } from "./step-in-tree.ts";
import { visibleFields } from "./visible-fields.ts";

/** The fields of one table with what is inside them; a tree grid whose lines take the focus. */
export function FieldGrid(props: {
  fields: readonly FieldNode[];
  search: string;
  component: string;
  isTable: (name: string) => boolean;
  /** The field that the URL names. */
  chosen: string | undefined;
  onChoose: (id: string) => void;
}) {
  const root = useRef<HTMLDivElement>(null);
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [focused, setFocused] = useState(props.chosen);
  const lines = visibleFields(props.fields, turned, props.search);
  const stop = lines.find(({ node }) => node.id === focused)?.node.id ?? lines[0]?.node.id;

  const turn = (id: string, open: boolean) => setTurned(new Map(turned).set(id, open));
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const line = lines[at];
    const onLine = event.target === event.currentTarget;
    if (!onLine || line === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter") props.onChoose(line.node.id);
    const step = stepInTree(event.key, lines, at);
    if (step === undefined) return;
    event.preventDefault();
    if (step.kind === "turn") turn(step.id, step.open);
    else root.current?.querySelectorAll<HTMLElement>("[data-field]")[step.to]?.focus();
  };

  return (
    <div ref={root} role="treegrid" aria-label="Fields" tabIndex={-1} className="min-w-0 outline-none">
      <div
        role="row"
        className={`${fieldColumns} sticky top-0 z-10 border-b border-line bg-sunken text-11 font-medium text-ink-2 max-sm:hidden`}
      >
        <span role="columnheader" className="py-1.5">
          Field
        </span>
        <span role="columnheader" className="py-1.5">
          Type found
        </span>
        <span role="columnheader" className="py-1.5">
          Present
        </span>
      </div>
      {lines.map((line, at) => (
        <FieldLine
          key={line.node.id}
          line={line}
          isStop={line.node.id === stop}
          isChosen={line.node.id === props.chosen}
          component={props.component}
          isTable={props.isTable}
          onKeyDown={(event) => onKeyDown(event, at)}
          onTurn={(open) => turn(line.node.id, open)}
          onChoose={() => props.onChoose(line.node.id)}
          onFocus={() => setFocused(line.node.id)}
        />
      ))}
    </div>
  );
}

import { ChevronDown, ChevronUp, X } from "lucide-react";
import { useState } from "react";
import type { DocumentId } from "#values/document.ts";
import { CopyButton } from "#ui/copy-button.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { JsonTree } from "#ui/json-tree/json-tree.tsx";
import { middleCut } from "#ui/middle-cut.ts";
import { TabPanel } from "#ui/tab-panel.tsx";
import { Tabs } from "#ui/tabs.tsx";
import type { RenderId } from "#ui/value-text.tsx";
import { documentJson } from "./document-json.ts";
import { DocumentOrigin } from "./document-origin.tsx";
import { SoughtDocument } from "./sought-document.tsx";
import { documentAt, type Walk } from "./walk.ts";

export interface DocumentViewProps {
  id: DocumentId;
  /** Its row in the walk; undefined while it was not read. */
  row: number | undefined;
  walk: Walk;
  isSeeking: boolean;
  table: string;
  component: string;
  renderId: RenderId;
  /** To a row before or after it. */
  onGo: (row: number) => void;
  onClose: () => void;
  onSeek: (on: boolean) => void;
  /** It lies over the page in a sheet, which has its own Close. */
  isOver?: boolean | undefined;
}

const tabs = [
  { id: "fields", label: "Fields" },
  { id: "json", label: "JSON" },
] as const;

/** A document in full: as a tree, and as JSON that loses nothing. */
export function DocumentView(props: DocumentViewProps) {
  const { id, row, walk, table } = props;
  const [tab, setTab] = useState<"fields" | "json">("fields");
  const document = row === undefined ? undefined : documentAt(walk, row);
  const canGo = (to: number) => row !== undefined && documentAt(walk, row + to) !== undefined;
  return (
    <>
      <div className="flex h-11 shrink-0 items-center gap-1 border-b border-line pr-1.5 pl-4">
        <span className="min-w-0 truncate pr-1 text-12 text-quiet">{table}</span>
        <data value={id} title={id} className="value mr-auto shrink-0">
          {middleCut(id)}
        </data>
        <CopyButton text={id} label="Copy id" />
        <IconButton
          icon={ChevronUp}
          label="Previous document"
          disabled={!canGo(-1)}
          onClick={() => props.onGo((row ?? 0) - 1)}
        />
        <IconButton
          icon={ChevronDown}
          label="Next document"
          disabled={!canGo(1)}
          onClick={() => props.onGo((row ?? 0) + 1)}
        />
        {!props.isOver && <IconButton icon={X} label="Close document" onClick={props.onClose} />}
      </div>
      {document === undefined ? (
        <SoughtDocument
          id={id}
          walk={walk}
          table={table}
          component={props.component}
          isSeeking={props.isSeeking}
          onSeek={props.onSeek}
        />
      ) : (
        <>
          <Tabs
            name="document"
            label="Document"
            value={tab}
            onChange={setTab}
            tabs={tabs}
            end={
              tab === "json" && (
                <CopyButton text={() => documentJson(document)} label="Copy JSON" worded small />
              )
            }
          />
          <TabPanel name="document" id="fields" value={tab} className="flex min-h-40 grow flex-col">
            <JsonTree
              key={id}
              label="Fields"
              hideRoot
              value={{ _id: document.id, _creationTime: document.creationTime, ...document.fields }}
              renderId={(other, shown) => (other === id ? shown : props.renderId(other, shown))}
            />
          </TabPanel>
          <TabPanel name="document" id="json" value={tab} focusable className="min-h-40 grow overflow-auto">
            <pre className="value p-4 leading-5 break-words whitespace-pre-wrap">
              {documentJson(document)}
            </pre>
          </TabPanel>
          <DocumentOrigin document={document} columns={walk.columns} />
        </>
      )}
    </>
  );
}

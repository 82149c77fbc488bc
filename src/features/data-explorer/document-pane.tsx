import { useMedia } from "#ui/use-media.ts";
import { Sheet } from "#ui/sheet.tsx";
import { DocumentView, type DocumentViewProps } from "./document-view.tsx";

/** The document beside the grid; where there is no room beside it, over it. */
export function DocumentPane(props: DocumentViewProps) {
  const wide = useMedia("(min-width: 1024px)");
  if (!wide) {
    return (
      <Sheet open onClose={props.onClose} title="Document" side="right">
        <DocumentView {...props} isOver />
      </Sheet>
    );
  }
  return (
    <aside aria-label="Document" className="flex w-84 shrink-0 border-l border-line xl:w-96">
      <div
        role="presentation"
        className="flex min-w-0 grow flex-col"
        onKeyDown={(event) => {
          if (event.key === "Escape") props.onClose();
        }}
      >
        <DocumentView {...props} />
      </div>
    </aside>
  );
}

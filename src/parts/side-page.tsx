import { PanelLeft } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Button } from "#ui/button.tsx";
import { Sheet } from "#ui/sheet.tsx";
import { SplitPane } from "#ui/split-pane.tsx";
import { useMedia } from "#ui/use-media.ts";

export interface SidePageProps {
  /** What the left pane lists: "Tables". */
  label: string;
  /** The left pane. `close` puts it away where it lies over the page. */
  side: (close: () => void) => ReactNode;
  /** The page. `opener` is the button that brings the left pane where there is no room for it; it belongs in the head. */
  children: (opener: ReactNode) => ReactNode;
}

/** A page with its index at the left: a pane from 1024 px up, a sheet below. */
export function SidePage(props: SidePageProps) {
  const wide = useMedia("(min-width: 1024px)");
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  if (wide) {
    return (
      <SplitPane
        direction="row"
        label={`Resize ${props.label.toLowerCase()}`}
        panes={[
          {
            id: "side",
            initial: 240,
            min: 200,
            max: 360,
            fixed: true,
            content: <div className="flex min-h-0 grow flex-col bg-sunken">{props.side(() => {})}</div>,
          },
          { id: "main", content: props.children(undefined) },
        ]}
      />
    );
  }
  return (
    <>
      {props.children(
        <Button icon={PanelLeft} onClick={() => setOpen(true)}>
          {props.label}
        </Button>,
      )}
      <Sheet open={open} onClose={close} title={props.label} side="left">
        {props.side(close)}
      </Sheet>
    </>
  );
}

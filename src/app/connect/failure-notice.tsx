import { useEffect, useRef } from "react";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import type { ConnectFailure, Remedy } from "./connect-failure.ts";

/** The words of the failed check, under the field that caused it. Its remedy takes the focus. */
export function FailureNotice(props: { failure: ConnectFailure; onRemedy: (remedy: Remedy) => void }) {
  const { failure } = props;
  const { remedy } = failure;
  const button = useRef<HTMLButtonElement>(null);
  // The ring is drawn even after a click: where the focus went is news to everybody.
  useEffect(() => button.current?.focus({ focusVisible: true } as FocusOptions), [failure]);
  return (
    <Notice
      tone="bad"
      alert
      title={failure.title}
      fact={failure.fact}
      actions={
        remedy && (
          <>
            <Button ref={button} onClick={() => props.onRemedy(remedy)}>
              {remedy.label}
            </Button>
            {failure.production && <Badge tone="prod">Production</Badge>}
          </>
        )
      }
    >
      {failure.body.map((part, index) =>
        typeof part === "string" ? (
          part
        ) : (
          <span key={index} className="value break-all text-ink">
            {part.name}
          </span>
        ),
      )}
    </Notice>
  );
}

import { RotateCw } from "lucide-react";
import { Button } from "#ui/button.tsx";
import { CopyButton } from "#ui/copy-button.tsx";
import { Notice } from "#ui/notice.tsx";

/** Stands in the place of a page that broke. */
export function PageError({ error, onReload }: { error: unknown; onReload: () => void }) {
  const report =
    error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ""}` : String(error);
  return (
    <div className="p-4">
      <h1 className="sr-only">Page stopped</h1>
      <Notice
        tone="bad"
        alert
        title="This page stopped working"
        actions={
          <>
            <Button icon={RotateCw} onClick={onReload}>
              Reload the page
            </Button>
            <CopyButton text={report} label="Copy report" worded />
          </>
        }
      >
        This is a fault of the dashboard, not of the deployment. The rest of the dashboard is unharmed. The
        report holds no key.
      </Notice>
    </div>
  );
}

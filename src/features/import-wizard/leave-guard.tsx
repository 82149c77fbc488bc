import { useLeaveGuard } from "#parts/use-here.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";

/** While `active`, asks before the page is left, by a link as by closing the tab. */
export function LeaveGuard(props: { active: boolean }) {
  const { asked, proceed, stay } = useLeaveGuard(props.active);
  return (
    <Dialog
      open={asked}
      onClose={stay}
      title="Leave while the import runs?"
      description="It stops after the batch that is on its way, and its report is lost."
      width={480}
      foot={
        <>
          <Button safe onClick={stay}>
            Stay
          </Button>
          <Button kind="primary" onClick={proceed}>
            Stop and leave
          </Button>
        </>
      }
    >
      <p className="text-13 text-ink-2">Cancel says exactly what was written; leaving does not.</p>
    </Dialog>
  );
}

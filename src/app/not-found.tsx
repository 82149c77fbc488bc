import { functionsPlace } from "#places/functions-place.ts";
import { PlaceLink } from "#parts/place-link.tsx";
import { Empty } from "#ui/empty.tsx";

/** An address that no place has. */
export function NotFound() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <Empty
        title="There is no page at this address"
        actions={
          <PlaceLink place={functionsPlace} search={{}}>
            Go to Functions
          </PlaceLink>
        }
      >
        The link may come from another version of the dashboard.
      </Empty>
    </>
  );
}

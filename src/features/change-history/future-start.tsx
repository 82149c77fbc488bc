import { historyPlace } from "#places/history-place.ts";
import { SidePage } from "#parts/side-page.tsx";
import { usePlace } from "#parts/use-place.ts";
import { Button } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import type { Timestamp } from "#values/timestamp.ts";
import { LogFilters } from "./log-filters.tsx";
import { defaultSince } from "./since-choices.ts";

/** In the place of changes since a moment that has not come: the deployment would answer from an earlier one. */
export function FutureStart(props: { since: Timestamp; latest: Timestamp }) {
  const { since, latest } = props;
  const [place, go] = usePlace(historyPlace);
  return (
    <SidePage label="Filters" side={() => <LogFilters latest={latest} counts={undefined} />}>
      {(opener) => (
        <>
          <header className="flex min-h-11 shrink-0 items-center gap-3 border-b border-line px-4">
            {opener}
            <h1 className="text-14 font-semibold">History</h1>
          </header>
          <section aria-label="Changes">
            <Empty
              title="This moment is after the latest commit"
              actions={
                <Button
                  kind="primary"
                  onClick={() => go({ ...place, since: defaultSince.from(latest).toString() })}
                >
                  {defaultSince.label}
                </Button>
              }
            >
              Nothing can have changed since <span className="value">{since.toString()}</span>: the latest
              commit is <span className="value">{latest.toString()}</span>. It was not asked for, because the
              deployment would go back from it and give changes twice.
            </Empty>
          </section>
        </>
      )}
    </SidePage>
  );
}

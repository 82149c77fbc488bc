import { historyPlace } from "#places/history-place.ts";
import { importPlace } from "#places/import-place.ts";
import { PlaceLink } from "#parts/place-link.tsx";
import { buttonClass } from "#ui/button-class.ts";
import { Empty } from "#ui/empty.tsx";

/** A table that was empty at the instant, or that the deployment does not have. */
export function NoDocuments(props: {
  table: string;
  component: string;
  exists: boolean;
  /** Fields that the deployment names for it. */
  fields: readonly string[];
}) {
  const { table, component, fields } = props;
  const isInApp = component === "";
  return (
    <div className="min-h-0 grow overflow-y-auto">
      <Empty
        title={props.exists ? `${table} had no documents at this instant` : `There is no table ${table}`}
        actions={
          <>
            {isInApp && (
              <PlaceLink place={importPlace} search={{ table }} className={buttonClass("primary")}>
                Import a file
              </PlaceLink>
            )}
            <PlaceLink
              place={historyPlace}
              search={{
                table,
                component: isInApp ? undefined : component,
                since: undefined,
                kind: undefined,
                document: undefined,
              }}
              className={buttonClass()}
            >
              See its changes
            </PlaceLink>
          </>
        }
      >
        {props.exists
          ? fields.length > 0 && `Its documents of other times have the fields ${fields.join(", ")}.`
          : "It may have been removed, be in a component, or come with its first document."}
      </Empty>
    </div>
  );
}

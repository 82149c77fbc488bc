import { useMemo } from "react";
import { dataPlace } from "#places/data-place.ts";
import { SidePage } from "#parts/side-page.tsx";
import { usePlace } from "#parts/use-place.ts";
import { useTables } from "#parts/use-tables.ts";
import { Empty } from "#ui/empty.tsx";
import { useMedia } from "#ui/use-media.ts";
import { TableList } from "./table-list.tsx";
import { TableView } from "./table-view.tsx";

const noFields: readonly string[] = [];

/** A table's documents at one instant. */
export function DataExplorerPage() {
  const [place] = usePlace(dataPlace);
  const { tables } = useTables();
  const wide = useMedia("(min-width: 1024px)");
  const { table, component = "" } = place;
  const known = tables?.find((one) => one.name === table && one.component === component);
  const fields = useMemo(
    () => known?.columns?.filter((name) => name !== "_id" && name !== "_creationTime") ?? noFields,
    [known],
  );
  return (
    <SidePage label="Tables" side={(close) => <TableList onPicked={close} />}>
      {(opener) =>
        table !== undefined ? (
          <TableView
            table={table}
            component={component}
            fields={fields}
            exists={tables === undefined || known !== undefined}
            opener={opener}
          />
        ) : wide ? (
          <Empty title="No table chosen">
            Choose one at the left to see its documents, all of one instant.
          </Empty>
        ) : (
          <TableList onPicked={() => {}} />
        )
      }
    </SidePage>
  );
}

import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { jsonSchemasQuery } from "#api/queries.ts";
import { dataPlace } from "#places/data-place.ts";
import { PlaceLink } from "#parts/place-link.tsx";
import { useClient } from "#parts/use-client.tsx";
import type { RenderId } from "#ui/value-text.tsx";
import { learnTableNumbers, tableOfId } from "./table-numbers.ts";
import type { Walk } from "./walk.ts";

const sampled = 200;

/**
 * Draws an id as a link to its document, at the same instant, where the schema tells which table it is of; a deployment
 * that does not describe its tables leaves ids without a link.
 */
export function useIdLinks(walk: Walk, component: string, at: string | undefined): RenderId {
  const client = useClient();
  const hasIds = walk.columns.some(({ kinds }) =>
    kinds.some((kind) => kind === "id" || kind === "array" || kind === "object"),
  );
  const { data: schemas } = useQuery({ ...jsonSchemasQuery(client), enabled: hasIds });
  const first = walk.pages[0]?.documents;
  const numbers = useMemo(() => {
    const documents = first?.slice(0, sampled) ?? [];
    const [own] = documents;
    const schema = schemas?.find((table) => table.name === own?.table && table.component === component);
    return learnTableNumbers(schema?.shape, documents);
  }, [schemas, first, component]);
  return useCallback(
    (id, shown) => {
      const table = tableOfId(numbers, id);
      if (table === undefined) return shown;
      const search = {
        table,
        component: component === "" ? undefined : component,
        at,
        document: id,
      };
      return (
        <PlaceLink place={dataPlace} search={search} className="link font-normal" title={`${id} in ${table}`}>
          {shown}
        </PlaceLink>
      );
    },
    [numbers, component, at],
  );
}

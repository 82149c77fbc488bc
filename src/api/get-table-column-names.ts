import { asArray, asObject, asString, decodeAnswer } from "./read-answer.ts";
import { send } from "./send.ts";
import type { Sender } from "./sender.ts";

/** A table by name with the top-level fields seen in its documents, sorted. */
export interface TableColumns {
  /** `""` is the app itself. */
  readonly component: string;
  readonly name: string;
  readonly columns: readonly string[];
}

/** All tables (HTTP API: get_table_column_names), the app's own first, then by name. Throws ProblemError. */
export async function getTableColumnNames(
  sender: Sender,
  signal?: AbortSignal,
): Promise<readonly TableColumns[]> {
  const reply = await send(sender, {
    method: "GET",
    path: "/api/get_table_column_names",
    caller: "key",
    repeat: "on-trouble",
    signal,
  });
  return decodeAnswer(reply, (json) =>
    Object.entries(asObject(asObject(json, "The answer")["byComponent"], "byComponent"))
      .flatMap(([component, tables]) =>
        asArray(tables, "tables").map((entry) => {
          const table = asObject(entry, "A table");
          return {
            component,
            name: asString(table["name"], "name"),
            columns: asArray(table["columns"], "columns").map((column) => asString(column, "A column")),
          };
        }),
      )
      .toSorted((a, b) => compareText(a.component, b.component) || compareText(a.name, b.name)),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

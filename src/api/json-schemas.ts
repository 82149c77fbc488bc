import type { Json, JsonObject } from "#values/json.ts";
import { shapeFromSchema } from "#values/shape-from-schema.ts";
import type { Shape } from "#values/shape.ts";
import { asObject, decodeAnswer } from "./read-answer.ts";
import { send } from "./send.ts";
import type { Sender } from "./sender.ts";

/** A table and the type of its documents, system fields included. */
export interface TableSchema {
  /** `""` is the app itself. */
  readonly component: string;
  readonly name: string;
  readonly shape: Shape;
  /** As the deployment gave it. */
  readonly schema: JsonObject;
}

/**
 * The type of every table's documents (HTTP API: json_schemas), the app's own first, then by name. One table that
 * cannot be described makes the deployment refuse the whole call. Throws ProblemError.
 */
export async function jsonSchemas(sender: Sender, signal?: AbortSignal): Promise<readonly TableSchema[]> {
  const reply = await send(sender, {
    method: "GET",
    path: "/api/json_schemas",
    // By component, so that tables of one name do not hide each other. The encoded form tells integers from texts.
    query: { byComponent: "true", format: "convex_encoded_json" },
    caller: "key",
    repeat: "on-trouble",
    signal,
  });
  return decodeAnswer(reply, (json) =>
    byComponent(asObject(json, "The answer"))
      .flatMap(([component, tables]) =>
        Object.entries(asObject(tables, "A component")).map(([name, table]) => {
          const schema = asObject(table, "A schema");
          return { component, name, schema, shape: shapeFromSchema(schema) };
        }),
      )
      .toSorted((a, b) => compareText(a.component, b.component) || compareText(a.name, b.name)),
  );
}

// Older deployments do not know `byComponent` and give tables at once; a schema's `type` is text, a table's is not.
function byComponent(answer: JsonObject): readonly (readonly [string, Json])[] {
  const entries = Object.entries(answer);
  const isTables = entries.some(([, value]) => typeof asObject(value, "An entry")["type"] === "string");
  return isTables ? [["", answer]] : entries;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

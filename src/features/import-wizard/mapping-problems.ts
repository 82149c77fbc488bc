import type { Mapping } from "#reading/mapping.ts";
import { fieldNameProblem, type NameStyle } from "#reading/name-fields.ts";

/** For each column what stands against its field name, as a sentence, or undefined. Columns left out need none. */
export function mappingProblems(mapping: Mapping, style: NameStyle): readonly (string | undefined)[] {
  const counts = new Map<string, number>();
  for (const { field, kind } of mapping)
    if (kind !== "leave-out") counts.set(field, (counts.get(field) ?? 0) + 1);
  return mapping.map(({ field, kind }) => {
    if (kind === "leave-out") return undefined;
    return (
      fieldNameProblem(field, style) ??
      ((counts.get(field) ?? 0) > 1 ? "Two columns have this name." : undefined)
    );
  });
}

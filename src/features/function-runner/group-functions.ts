import type { FunctionSpec } from "#api/system-queries.ts";
import { fuzzyMatch } from "#ui/fuzzy-match.ts";

export interface FunctionGroup {
  /** `reports/daily` */
  readonly module: string;
  readonly functions: readonly { readonly spec: FunctionSpec; readonly name: string }[];
}

/** The functions that match a search, by module in the order of their names; a default export is called `default`. */
export function groupFunctions(specs: readonly FunctionSpec[], search: string): readonly FunctionGroup[] {
  const groups = new Map<string, { spec: FunctionSpec; name: string }[]>();
  for (const spec of specs) {
    if (fuzzyMatch(search, spec.path) === undefined) continue;
    const { module, name } = splitPath(spec.path);
    const group = groups.get(module);
    if (group === undefined) groups.set(module, [{ spec, name }]);
    else group.push({ spec, name });
  }
  return [...groups]
    .map(([module, functions]) => ({ module, functions: functions.toSorted(byName) }))
    .toSorted((a, b) => (a.module < b.module ? -1 : 1));
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

export function splitPath(path: string): { readonly module: string; readonly name: string } {
  const colon = path.lastIndexOf(":");
  return colon < 0
    ? { module: path, name: "default" }
    : { module: path.slice(0, colon), name: path.slice(colon + 1) };
}

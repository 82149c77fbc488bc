import { compareValues } from "#values/compare-values.ts";
import { isArray, isConvexObject, type ConvexObject, type ConvexValue } from "#values/convex-value.ts";

/** A field that differs between two revisions; undefined stands for unset. */
export interface FieldChange {
  /** `sla.pausedAt`, `tags[2]`. */
  readonly path: string;
  readonly before: ConvexValue | undefined;
  readonly after: ConvexValue | undefined;
}

/** Longer lists are compared as a whole: their items have no names by which one could find them again. */
const longestList = 50;

/** What differs, down to the innermost field that both revisions have, in the order of the fields of both. */
export function fieldChanges(before: ConvexObject, after: ConvexObject): readonly FieldChange[] {
  const found: FieldChange[] = [];
  collectObject(before, after, "", found);
  return found;
}

function collectObject(before: ConvexObject, after: ConvexObject, path: string, found: FieldChange[]): void {
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const inside = /^\w+$/.test(field) ? `${path === "" ? "" : `${path}.`}${field}` : `${path}["${field}"]`;
    collect(own(before, field), own(after, field), inside, found);
  }
}

// A document may have a field called toString.
function own(object: ConvexObject, field: string): ConvexValue | undefined {
  return Object.hasOwn(object, field) ? object[field] : undefined;
}

function collect(
  before: ConvexValue | undefined,
  after: ConvexValue | undefined,
  path: string,
  found: FieldChange[],
): void {
  if (isSame(before, after)) return;
  if (isConvexObject(before) && isConvexObject(after)) {
    collectObject(before, after, path, found);
  } else if (isList(before) && isList(after)) {
    for (let at = 0; at < Math.max(before.length, after.length); at += 1) {
      collect(before[at], after[at], `${path}[${at}]`, found);
    }
  } else {
    found.push({ path, before, after });
  }
}

function isList(value: ConvexValue | undefined): value is readonly ConvexValue[] {
  return value !== undefined && isArray(value) && value.length <= longestList;
}

function isSame(before: ConvexValue | undefined, after: ConvexValue | undefined): boolean {
  return before === undefined || after === undefined ? before === after : compareValues(before, after) === 0;
}

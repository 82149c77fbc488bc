import type { Document } from "#values/document.ts";
import type { Timestamp } from "#values/timestamp.ts";
import { withDocuments, type Column } from "./columns.ts";

/** One page of a walk. What it held can be let go of, because `cursor` brings it back at the same snapshot. */
interface WalkPage {
  /** The cursor that was asked with; undefined for the first page. */
  readonly cursor: string | undefined;
  /** Row of its first document. */
  readonly first: number;
  readonly count: number;
  readonly documents: readonly Document[] | undefined;
}

/** How far a table was read at one snapshot. Pages without documents are counted and not kept. */
export interface Walk {
  /** Of the first page; undefined before it came. */
  readonly snapshot: Timestamp | undefined;
  readonly pages: readonly WalkPage[];
  /** Of all documents read, in the order of their first appearance. */
  readonly columns: readonly Column[];
  readonly rows: number;
  /** Where the next page begins; undefined before the first and after the last. */
  readonly next: string | undefined;
  readonly isEnded: boolean;
  readonly requests: number;
  /** Length of all answers, bytes. */
  readonly received: number;
}

/** What the deployment gave for one request (HTTP API: list_snapshot). */
export interface ReadPage {
  readonly documents: readonly Document[];
  readonly snapshot: Timestamp;
  readonly cursor: string | undefined;
  readonly hasMore: boolean;
  /** bytes */
  readonly received: number;
}

/** Rows in sight, the last included. */
export interface Sight {
  readonly first: number;
  readonly last: number;
}

/** The request that is missing for what is in sight. */
export type Wish =
  | { readonly kind: "next"; readonly cursor: string | undefined }
  | { readonly kind: "again"; readonly page: number; readonly cursor: string | undefined };

export const newWalk: Walk = {
  snapshot: undefined,
  pages: [],
  columns: [],
  rows: 0,
  next: undefined,
  isEnded: false,
  requests: 0,
  received: 0,
};

/** The walk with one more page at its end. */
export function withNextPage(walk: Walk, page: ReadPage): Walk {
  const count = page.documents.length;
  const added: WalkPage = { cursor: walk.next, first: walk.rows, count, documents: page.documents };
  return {
    snapshot: walk.snapshot ?? page.snapshot,
    pages: count === 0 ? walk.pages : [...walk.pages, added],
    columns: withDocuments(walk.columns, page.documents),
    rows: walk.rows + count,
    next: page.hasMore ? page.cursor : undefined,
    isEnded: !page.hasMore,
    requests: walk.requests + 1,
    received: walk.received + page.received,
  };
}

/** The walk with the documents of a page that had been let go of. A snapshot never changes, so they are the same. */
export function withPageAgain(walk: Walk, index: number, page: ReadPage): Walk {
  return {
    ...walk,
    pages: walk.pages.map((old, at) => (at === index ? { ...old, documents: page.documents } : old)),
    requests: walk.requests + 1,
    received: walk.received + page.received,
  };
}

/** How many rows before the end of what was read the next page is asked for. */
const margin = 256;

/** What to ask for next, given what is in sight; undefined when nothing is missing. */
export function wish(walk: Walk, sight: Sight): Wish | undefined {
  const shown = Math.min(sight.last, walk.rows - 1);
  for (let index = pageOf(walk, sight.first); index < walk.pages.length; index += 1) {
    const page = walk.pages[index];
    if (!page || page.first > shown) break;
    if (page.documents === undefined) return { kind: "again", page: index, cursor: page.cursor };
  }
  const nearEnd = sight.last >= walk.rows - margin;
  return nearEnd && !walk.isEnded ? { kind: "next", cursor: walk.next } : undefined;
}

/** Index of the page that holds a row; the number of pages when none does. */
function pageOf(walk: Walk, row: number): number {
  let low = 0;
  let high = walk.pages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const page = walk.pages[middle] as WalkPage;
    if (page.first + page.count <= row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The document of a row; undefined while its page is not here. */
export function documentAt(walk: Walk, row: number): Document | undefined {
  const page = walk.pages[pageOf(walk, row)];
  return page?.documents?.[row - page.first];
}

/** The row of a document among the pages that are here; undefined when it is in none of them. */
export function rowOf(walk: Walk, id: string): number | undefined {
  for (const page of walk.pages) {
    const at = page.documents?.findIndex((document) => document.id === id) ?? -1;
    if (at >= 0) return page.first + at;
  }
  return undefined;
}

/**
 * Whether a walk has gone past the place of a document without finding it. Deployments give documents in the order of
 * their ids; that this one does is looked at in the last page, not believed.
 */
export function hasPassed(walk: Walk, id: string): boolean {
  const last = walk.pages.at(-1)?.documents ?? [];
  const isAscending = last.every((document, at) => at === 0 || (last[at - 1]?.id ?? "") < document.id);
  return last.length > 1 && isAscending && (last.at(-1)?.id ?? "") > id && rowOf(walk, id) === undefined;
}

/** Lets go of the documents of the pages that are farthest from what is in sight, until at most `keep` are left. */
export function letGo(walk: Walk, sight: Sight, keep: number): Walk {
  const here = walk.pages.filter((page) => page.documents !== undefined);
  let kept = here.reduce((sum, page) => sum + page.count, 0);
  if (kept <= keep) return walk;
  const middle = (sight.first + sight.last) / 2;
  const distance = (page: WalkPage) => Math.abs(page.first + page.count / 2 - middle);
  const gone = new Set<WalkPage>();
  for (const page of here.toSorted((a, b) => distance(b) - distance(a))) {
    const isInSight = page.first <= sight.last && page.first + page.count > sight.first;
    if (kept <= keep || isInSight) break;
    gone.add(page);
    kept -= page.count;
  }
  return {
    ...walk,
    pages: walk.pages.map((page) => (gone.has(page) ? { ...page, documents: undefined } : page)),
  };
}

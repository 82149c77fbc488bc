import { booleanCell, jsonCell } from "./cell-value.ts";
import type { ColumnKind } from "./column-kind.ts";
import { exactNumber, fixedDecimals, hasLeadingZero, isLargeInteger, spokenNumber } from "./number-cell.ts";

/** A cell as the file has it (its beginning), and the 1-based line of its row. */
export interface Example {
  readonly line: number;
  readonly text: string;
}

/** How often something was seen in a column, and the first few places. */
export interface Sightings {
  readonly count: number;
  readonly examples: readonly Example[];
}

/**
 * What the whole file says about a column of a table. `filled` cells are not empty; `misfits` are, for each kind,
 * the filled cells that it cannot store; `respelt` are cells that a number would print otherwise (`1.50`).
 */
export interface ColumnProfile {
  readonly name: string;
  readonly filled: number;
  readonly empty: number;
  readonly first: Example | undefined;
  readonly misfits: Readonly<Record<"number" | "boolean" | "json", Sightings>>;
  readonly respelt: Sightings;
  readonly leadingZeros: Sightings;
  readonly largeIntegers: Sightings;
  readonly lineEnds: number;
  /** The kind the column gets unless someone chooses another: the narrowest that loses nothing. */
  readonly kind: ColumnKind;
}

const mostExamples = 5;

/** Counts sightings and keeps the first. */
export class Tally implements Sightings {
  count = 0;
  readonly examples: Example[] = [];

  add(line: number, text: string): void {
    this.count++;
    if (this.examples.length < mostExamples) this.examples.push({ line, text: clipped(text) });
  }

  seen(): Sightings {
    return { count: this.count, examples: this.examples };
  }
}

/** Gathers the profile of one column, cell by cell, in constant memory. */
export class ColumnProfiler {
  readonly #name: string;
  #filled = 0;
  #empty = 0;
  #first: Example | undefined;
  #lineEnds = 0;
  /** Decimals that all cells share; undefined before the first cell, -1 once they differ. */
  #decimals: number | undefined;
  readonly #inexact = new Tally();
  readonly #number = new Tally();
  readonly #boolean = new Tally();
  readonly #json = new Tally();
  readonly #leadingZeros = new Tally();
  readonly #largeIntegers = new Tally();

  constructor(name: string) {
    this.#name = name;
  }

  add(cell: string | undefined, line: number): void {
    if (cell === undefined) {
      this.#empty++;
      return;
    }
    this.#filled++;
    this.#first ??= { line, text: clipped(cell) };
    if (cell.includes("\n") || cell.includes("\r")) this.#lineEnds++;
    if (booleanCell(cell) === undefined) this.#boolean.add(line, cell);
    if (jsonCell(cell) === undefined) this.#json.add(line, cell);
    if (mayBeNumber(cell)) this.#addDigits(cell, line);
    else this.#addNoNumber(cell, line);
  }

  profile(): ColumnProfile {
    return {
      name: this.#name,
      filled: this.#filled,
      empty: this.#empty,
      first: this.#first,
      misfits: { number: this.#number.seen(), boolean: this.#boolean.seen(), json: this.#json.seen() },
      respelt: this.#respelt(),
      leadingZeros: this.#leadingZeros.seen(),
      largeIntegers: this.#largeIntegers.seen(),
      lineEnds: this.#lineEnds,
      kind: this.#kind(),
    };
  }

  #addDigits(cell: string, line: number): void {
    if (spokenNumber(cell) === undefined) return this.#addNoNumber(cell, line);
    const decimals = fixedDecimals(cell) ?? -1;
    this.#decimals = this.#decimals === undefined || this.#decimals === decimals ? decimals : -1;
    if (exactNumber(cell) === undefined) this.#inexact.add(line, cell);
    if (hasLeadingZero(cell)) this.#leadingZeros.add(line, cell);
  }

  #addNoNumber(cell: string, line: number): void {
    this.#number.add(line, cell);
    this.#decimals = -1;
    if (isLargeInteger(cell)) this.#largeIntegers.add(line, cell);
  }

  /** Whether every number prints back: by itself, or with the decimals that all cells share. */
  #isExact(): boolean {
    return this.#inexact.count === 0 || (this.#decimals ?? -1) > 0;
  }

  #respelt(): Sightings {
    return this.#isExact() ? { count: 0, examples: [] } : this.#inexact.seen();
  }

  #kind(): ColumnKind {
    if (this.#filled === 0) return "text";
    if (this.#number.count === 0 && this.#isExact()) return "number";
    if (this.#boolean.count === 0) return "boolean";
    return this.#json.count === 0 ? "json" : "text";
  }
}

/** A quick look before the exact ones: most cells of most files are words. */
function mayBeNumber(cell: string): boolean {
  const code = cell.charCodeAt(0);
  return (code >= 48 && code <= 57) || code === 45 || code === 46 || code === 43 || code <= 32;
}

function clipped(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

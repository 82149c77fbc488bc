/**
 * When a cell is a number without anyone saying so: when printing the number gives back the cell. Accepted
 * besides is a missing zero before the decimal point (`.097`), because no digit is lost, and, for a column whose
 * cells all have the same number of decimals, zeros at their end (`12.50`), because the column can be printed
 * back from that number. So `007`, `1e5`, `+1`, ` 12` and integers beyond 2^53 stay text.
 */
export function exactNumber(cell: string): number | undefined {
  const last = cell.charCodeAt(cell.length - 1);
  if (last < 48 || last > 57 || cell.length > 30) return undefined;
  const number = Number(cell);
  if (!Number.isFinite(number)) return undefined;
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) return undefined;
  return spelt(number) === withZero(cell) ? number : undefined;
}

/** How many decimals a cell has, when printing its number with that many gives back the cell; else undefined. */
export function fixedDecimals(cell: string): number | undefined {
  const decimals = /^-?(?:0|[1-9][0-9]{0,14})?\.([0-9]{1,17})$/.exec(cell)?.[1]?.length;
  if (decimals === undefined) return undefined;
  const number = Number(cell);
  const sign = Object.is(number, -0) ? "-" : "";
  return sign + number.toFixed(decimals) === withZero(cell) ? decimals : undefined;
}

/**
 * The number that a cell spells in any common way, once a person has said that it is one: `007`, `+1`, `1.50`,
 * `1e5`, spaces around it. Integers beyond 2^53 are none even then: they would become other numbers.
 */
export function spokenNumber(cell: string): number | undefined {
  const text = cell.trim();
  if (!/^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/.test(text)) return undefined;
  const number = Number(text);
  if (!Number.isFinite(number)) return undefined;
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? undefined : number;
}

/** Whether a cell is an integer that a number would change: beyond ±(2^53 - 1). */
export function isLargeInteger(cell: string): boolean {
  return cell.length > 15 && /^-?[1-9][0-9]{15,}$/.test(cell) && !Number.isSafeInteger(Number(cell));
}

export function hasLeadingZero(cell: string): boolean {
  return cell.length > 1 && cell.charCodeAt(0) === 48 && /^0[0-9]+$/.test(cell);
}

function withZero(cell: string): string {
  if (cell.startsWith(".")) return `0${cell}`;
  return cell.startsWith("-.") ? `-0${cell.slice(1)}` : cell;
}

function spelt(number: number): string {
  return Object.is(number, -0) ? "-0" : String(number);
}

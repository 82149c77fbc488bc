/** An id with its middle left out: `j570008…0ynr8`. Short ones stay whole. Copying always takes the whole. */
export function middleCut(id: string, head = 7, tail = 5): string {
  return id.length <= head + tail + 1 ? id : `${id.slice(0, head)}…${id.slice(-tail)}`;
}

/** Reads `?table=users&at=1763917311123456789`. Of a name given twice the last one counts. Never throws. */
export function parseSearchTexts(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** The opposite; leaves out what is undefined or empty. Begins with `?` unless nothing is left. */
export function printSearchTexts(search: Readonly<Record<string, unknown>>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === "string" && value !== "") parameters.set(name, value);
  }
  const text = parameters.toString();
  return text === "" ? "" : `?${text}`;
}

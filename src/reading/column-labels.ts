/** What a column is called on screen: its name in the file, `column 3` without one, ` (2)` for a second of its name. */
export function columnLabels(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map((name, index) => {
    const label = name.trim() === "" ? `column ${index + 1}` : name;
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    return count === 1 ? label : `${label} (${count})`;
  });
}

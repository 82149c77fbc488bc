const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Where an arrow, Home or End leads in a row of `count` things, going round at the ends and past those that are
 * not open. Undefined when the key does not move or nothing is open.
 */
export function nextIndex(
  key: string,
  from: number,
  count: number,
  isOpen: (index: number) => boolean = () => true,
): number | undefined {
  const step = key === "Home" ? 1 : key === "End" ? -1 : steps[key];
  if (step === undefined) return undefined;
  let at = key === "Home" ? -1 : key === "End" ? count : from;
  for (let tried = 0; tried < count; tried++) {
    at = (at + step + count) % count;
    if (isOpen(at)) return at;
  }
  return undefined;
}

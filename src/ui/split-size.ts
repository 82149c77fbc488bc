/** The size that a pane gets when it is asked to be `pixels` long: within its own limits, and leaving the other its least. */
export function splitSize(
  pixels: number,
  limits: {
    readonly whole: number;
    readonly min: number | undefined;
    readonly max: number | undefined;
    readonly otherMin: number | undefined;
  },
): number {
  const most = Math.min(limits.max ?? Infinity, limits.whole - (limits.otherMin ?? 0));
  return Math.max(limits.min ?? 0, Math.min(pixels, most));
}

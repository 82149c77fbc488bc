/** `_creationTime` (ms with a fraction) of a moment in ns. */
export function creationTimeOf(ns: bigint): number {
  return Number(ns / 1_000_000n) + Number(ns % 1_000_000n) / 1_000_000;
}

const bits = new DataView(new ArrayBuffer(8));

/** The next representable float above a positive one: inserts of one transaction count up so. */
export function nextFloat(value: number): number {
  bits.setFloat64(0, value);
  bits.setBigUint64(0, bits.getBigUint64(0) + 1n);
  return bits.getFloat64(0);
}

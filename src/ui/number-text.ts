/** A Float64 as it is: every digit that JSON prints, `-0` kept. */
export function numberText(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

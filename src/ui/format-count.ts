const grouped = new Intl.NumberFormat("en-US");

/** A count that the product itself makes: `184,322`. Values of the deployment are never grouped. */
export function formatCount(count: number | bigint): string {
  return grouped.format(count);
}

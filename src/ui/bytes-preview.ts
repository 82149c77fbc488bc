import { formatBytes } from "./format-bytes.ts";

/** Bytes in a line: their size, and the first eight as pairs of hexadecimal digits. */
export function bytesPreview(bytes: Uint8Array, shown = 8): { size: string; hex: string } {
  const pairs = Array.from(bytes.subarray(0, shown), (byte) => byte.toString(16).padStart(2, "0"));
  if (bytes.length > shown) pairs.push("…");
  return { size: formatBytes(bytes.length), hex: pairs.join(" ") };
}

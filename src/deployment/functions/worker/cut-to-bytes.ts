const utf8 = new TextEncoder();

/** As much of a text's beginning as fits into so many bytes of UTF-8, without half a character at the end. */
export function cutToBytes(text: string, most: number): string {
  // No character takes more than three bytes for each of its UTF-16 units.
  if (text.length * 3 <= most) return text;
  const { read } = utf8.encodeInto(text, new Uint8Array(most));
  return text.slice(0, read);
}

/**
 * The index of the first byte that cannot belong to UTF-8, or -1. A sequence cut off by the end of the bytes
 * counts as valid unless `atEnd`.
 */
export function invalidUtf8(bytes: Uint8Array, atEnd: boolean): number {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const length =
      lead >= 0xc2 && lead <= 0xdf
        ? 2
        : lead >= 0xe0 && lead <= 0xef
          ? 3
          : lead >= 0xf0 && lead <= 0xf4
            ? 4
            : 0;
    if (length === 0) return at;
    for (let more = 1; more < length; more++) {
      const byte = bytes[at + more];
      if (byte === undefined) return atEnd ? at : -1;
      if (byte < low(lead, more) || byte > high(lead, more)) return at;
    }
    at += length;
  }
  return -1;
}

// Only the second byte has narrower bounds: against overlong forms, surrogates and what lies beyond U+10FFFF.
function low(lead: number, position: number): number {
  if (position !== 1) return 0x80;
  return lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
}

function high(lead: number, position: number): number {
  if (position !== 1) return 0xbf;
  return lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
}

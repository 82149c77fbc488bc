/** Text that is not standard base64 with padding. */
export class Base64Error extends Error {
  override readonly name = "Base64Error";
}

// The number of arguments of one call is limited.
const chunk = 0x8000;

/** Standard base64 with padding. */
export function encodeBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += chunk) {
    binary += String.fromCharCode(...bytes.subarray(at, at + chunk));
  }
  return btoa(binary);
}

const foreign = /[^A-Za-z0-9+/]/;
const padding = /={1,2}$/;

/** @throws {Base64Error} for anything but the one spelling that `encodeBase64` gives */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  // `atob` also takes white space and missing padding, which the server does not.
  const symbols = text.replace(padding, "");
  const offset = symbols.search(foreign);
  if (offset !== -1) {
    throw new Base64Error(`Invalid symbol ${symbols.charCodeAt(offset)}, offset ${offset}.`);
  }
  if (text.length % 4 !== 0) throw new Base64Error("Invalid padding");
  const binary = atob(text);
  // Bits beyond the last byte must be zero, or two texts would mean the same bytes.
  if (symbols.length % 4 !== 0 && btoa(binary.slice(-(binary.length % 3))) !== text.slice(-4)) {
    const last = symbols.length - 1;
    throw new Base64Error(`Invalid last symbol ${symbols.charCodeAt(last)}, offset ${last}.`);
  }
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

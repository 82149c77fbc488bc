let spell: ((text: string) => string) | undefined;

/**
 * Fetches the tables for letters beyond ASCII: about 200 kB that few names need, so they are no part of the
 * first load. Once this has resolved, `transliterate` spells any text.
 */
export async function loadTransliteration(): Promise<void> {
  spell ??= (await import("unidecode")).default;
}

// Where the tables of the package are newer than the server's.
const older = /[\u00dd\u0133\u0220\u0221\u0234-\u024f]/;

function spellOlder(character: string): string {
  if (character === "\u00dd") return "U";
  return character === "\u0133" ? "" : "[?]";
}

export function isAscii(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text);
}

/** Spells a text in ASCII, as the server does; characters without a spelling vanish. */
export function transliterate(text: string): string {
  if (isAscii(text)) return text;
  if (spell === undefined) throw new Error("Call loadTransliteration() before transliterate()");
  let ascii = "";
  // Character by character: the package takes some pairs of Latin-1 letters for UTF-8 bytes.
  for (const character of text) {
    if (isAscii(character)) ascii += character;
    else ascii += older.test(character) ? spellOlder(character) : spell(character);
  }
  return ascii;
}

// Zero-width characters, word joiners, byte-order marks and soft hyphens: chat programs and PDFs put them into what is copied.
const invisible = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/gu;
const quotes = /^(["'`“”‘’])(.*)["'`“”‘’]$/u;

/** A pasted line without what the eye does not see: invisible characters, surrounding space, surrounding quotes. */
export function cleanPaste(text: string): string {
  const visible = text.replace(invisible, "").trim();
  return (quotes.exec(visible)?.[2] ?? visible).trim();
}

export type TextPart =
  | { readonly kind: "text"; readonly text: string }
  /** Stands for something that cannot be seen, or that would turn the line round. */
  | { readonly kind: "code"; readonly text: string };

// Line ends; control, soft hyphen, zero-width, bidirectional and line-separating characters; halves of a pair.
const unseen =
  /\r\n|\p{Cc}|\p{Cs}|[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

const named: Readonly<Record<string, string>> = { "\r\n": "↵", "\n": "↵", "\r": "␍", "\t": "⇥" };

/** A text in pieces, so that nothing in it is invisible: line ends as ↵, others by their code, as `U+200B`. */
export function visibleText(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const match of text.matchAll(unseen)) {
    if (match.index > at) parts.push({ kind: "text", text: text.slice(at, match.index) });
    const [found] = match;
    parts.push({ kind: "code", text: named[found] ?? codePoint(found) });
    at = match.index + found.length;
  }
  if (at < text.length || parts.length === 0) parts.push({ kind: "text", text: text.slice(at) });
  return parts;
}

function codePoint(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

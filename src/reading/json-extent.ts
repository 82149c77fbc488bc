/**
 * How a text of JSON is built, without parsing it: how many values stand side by side, how deep the brackets
 * go, and how many names are spelt.
 */
export function jsonExtent(text: string): {
  readonly values: number;
  readonly depth: number;
  readonly colons: number;
} {
  let values = 0;
  let open = 0;
  let depth = 0;
  let colons = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 34:
        at = endOfString(text, at);
        if (open === 0) values++;
        break;
      case 58:
        colons++;
        break;
      case 91:
      case 123:
        if (open === 0) values++;
        open++;
        depth = Math.max(depth, open);
        break;
      case 93:
      case 125:
        open--;
        break;
    }
  }
  return { values, depth, colons };
}

function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 34) return at;
  }
  return text.length;
}

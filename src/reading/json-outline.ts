/** An array of objects inside a JSON object: its path as `$.a.b`, and how many objects it holds. */
export interface FoundArray {
  readonly path: string;
  readonly count: number;
}

/** What follows the end of the first value of a text. */
export type Following = "nothing" | "same-line" | "next-line";

interface Level {
  readonly isObject: boolean;
  readonly path: string;
  key: string | undefined;
  objects: number;
}

const deepest = 6;

/**
 * Looks through one JSON object that comes in pieces: where it ends, and which arrays of objects it holds,
 * arrays inside arrays left aside. It does not judge the JSON; brackets and strings are all it sees.
 */
export class JsonOutline {
  readonly found: FoundArray[] = [];
  /** Undefined while the object has not ended. */
  following: Following | undefined;
  /** Whether the object itself goes over more than one line. */
  spansLines = false;
  #levels: Level[] = [];
  #text: string | undefined;
  #inString = false;
  #escaped = false;
  #ended = false;
  #lineEnded = false;

  /** False when no more text is wanted: it is known what follows. */
  push(text: string): boolean {
    for (const character of text) {
      if (this.#ended) {
        if (character === "\n") this.#lineEnded = true;
        else if (!/\s/.test(character)) {
          this.following = this.#lineEnded ? "next-line" : "same-line";
          return false;
        }
      } else this.#follow(character);
    }
    return true;
  }

  end(): void {
    if (this.#ended) this.following ??= "nothing";
  }

  #follow(character: string): void {
    if (character === "\n" && this.#levels.length > 0) this.spansLines = true;
    if (this.#inString) return this.#inside(character);
    const top = this.#levels.at(-1);
    switch (character) {
      case '"':
        this.#inString = true;
        this.#text = "";
        break;
      case ":":
        if (top) top.key = this.#text;
        break;
      case "{":
      case "[":
        if (top && character === "{") top.objects++;
        this.#levels.push({
          isObject: character === "{",
          path: this.#below(top),
          key: undefined,
          objects: 0,
        });
        break;
      case "}":
      case "]":
        this.#close();
        break;
    }
  }

  #inside(character: string): void {
    if (this.#escaped) this.#escaped = false;
    else if (character === "\\") this.#escaped = true;
    else if (character === '"') {
      this.#inString = false;
      return;
    }
    // Only names are wanted, and only readable ones.
    if (this.#text !== undefined && this.#text.length < 100) this.#text += character;
  }

  #below(top: Level | undefined): string {
    if (top === undefined) return "$";
    if (top.path === "" || !top.isObject || this.#levels.length > deepest) return "";
    return /^[A-Za-z_][A-Za-z0-9_]*$/.test(top.key ?? "")
      ? `${top.path}.${top.key}`
      : `${top.path}[${JSON.stringify(top.key ?? "")}]`;
  }

  #close(): void {
    const level = this.#levels.pop();
    if (level && !level.isObject && level.objects > 0 && level.path !== "" && this.found.length < 20)
      this.found.push({ path: level.path, count: level.objects });
    if (this.#levels.length === 0) this.#ended = true;
  }
}

import { badRequest, type Refusal } from "./refusal.ts";

/**
 * A place in the text of a request body. The deployment reads bodies itself, value by value as they are declared,
 * because the API tells clients where their JSON is wrong: the path, the line and the column, in bytes.
 */
export class BodyCursor {
  readonly text: string;
  at = 0;
  depth = 0;
  private readonly path: (string | number)[] = [];

  constructor(text: string) {
    this.text = text;
  }

  skipSpace(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      this.at++;
    }
  }

  /** The next character that is no white space, or "" at the end. */
  peek(): string {
    this.skipSpace();
    return this.text.charAt(this.at);
  }

  within<T>(step: string | number, read: () => T): T {
    this.path.push(step);
    const value = read();
    this.path.pop();
    return value;
  }

  /** Not JSON, at the character the cursor stands on. */
  syntax(reason: string): Refusal {
    return this.refuse("Failed to parse the request body as JSON: ", reason, 1);
  }

  /** JSON ends too early: `EOF while parsing a value`, `an object`, `a list`, `a string`. */
  endOf(what: string): Refusal {
    return this.refuse("Failed to parse the request body as JSON: ", `EOF while parsing ${what}`, 0);
  }

  /** JSON of another type than declared; everything before the cursor has been read. */
  type(reason: string): Refusal {
    return this.refuse("Failed to deserialize the JSON body into the target type: ", reason, 0);
  }

  /** The column counts the bytes before the cursor, and one more where the next character is to blame. */
  private refuse(prefix: string, reason: string, more: 0 | 1): Refusal {
    const before = this.text.slice(0, this.at);
    const lineStart = before.lastIndexOf("\n") + 1;
    const line = before.split("\n").length;
    const bytes = new TextEncoder().encode(before.slice(lineStart)).length + more;
    return badRequest("BadJsonBody", `${prefix}${this.pathText()}${reason} at line ${line} column ${bytes}`);
  }

  private pathText(): string {
    let text = "";
    for (const step of this.path) {
      text += typeof step === "number" ? `[${step}]` : `${text === "" ? "" : "."}${step}`;
    }
    return text === "" ? "" : `${text}: `;
  }
}

/** With the line that says so, as many lines as one call may give. */
const mostLines = 256;

/** The log lines of a call and of the calls nested in it, in the order in which they were written. */
export class LogLines {
  readonly #lines: string[] = [];

  get lines(): readonly string[] {
    return this.#lines;
  }

  add(line: string): void {
    if (this.#lines.length >= mostLines) return;
    const isLast = this.#lines.length === mostLines - 1;
    this.#lines.push(
      isLast ? `[ERROR] Log overflow (maximum ${mostLines}). Remaining log lines omitted.` : line,
    );
  }
}

/** Why a whole file cannot be read, as a stable word for tests and help. */
export type RefusalCode =
  | "empty"
  | "utf-16"
  | "utf-32"
  | "latin-1"
  | "not-utf-8"
  | "gzip"
  | "zip"
  | "xlsx"
  | "binary"
  | "markup"
  | "unclosed-quote"
  | "json-root-object"
  | "json-root-value"
  | "json-several-values"
  | "json-broken"
  | "too-many-columns";

/**
 * The whole file is refused; `message` is a sentence for its owner saying what the file is and what to do.
 * `line` is 1-based and counts the line ends of the file, those inside quotes too.
 */
export class FileRefusal extends Error {
  readonly code: RefusalCode;
  readonly line: number | undefined;

  constructor(code: RefusalCode, message: string, line?: number) {
    super(message);
    this.name = "FileRefusal";
    this.code = code;
    this.line = line;
  }
}

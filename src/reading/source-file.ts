/** What the reader needs of a file; a browser's File is one. */
export interface SourceFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
}

import { createReadStream, statSync } from "node:fs";
import { basename } from "node:path";
import process from "node:process";
import { Readable } from "node:stream";
import { describeFile } from "#reading/describe-file.ts";
import { FileRefusal } from "#reading/file-refusal.ts";
import type { SourceFile } from "#reading/source-file.ts";

const usage = "Usage: npm run --silent read -- FILE";

/** `npm run read`: what the import would make of a file. Ends with 1 when it is refused, 2 when used wrongly. */
async function read(args: readonly string[]): Promise<number> {
  const [path, ...more] = args;
  if (path === undefined || more.length > 0 || path.startsWith("-")) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  try {
    for (const line of await describeFile(open(path))) process.stdout.write(`${line}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof FileRefusal) && !isMissing(error)) throw error;
    process.stderr.write(`${path}: ${error.message}\n`);
    return 1;
  }
}

function open(path: string): SourceFile {
  return {
    name: basename(path),
    size: statSync(path).size,
    // Node's and the web's types of the same stream differ only in name.
    stream: () => Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>,
  };
}

function isMissing(error: unknown): error is Error {
  return (
    error instanceof Error &&
    "code" in error &&
    (error.code === "ENOENT" || error.code === "EACCES" || error.code === "EISDIR")
  );
}

process.exitCode = await read(process.argv.slice(2));

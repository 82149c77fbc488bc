import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

interface Chunk {
  readonly file: string;
  readonly name?: string;
  readonly src?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}
type BuildManifest = Readonly<Record<string, Chunk>>;

/** The most that a page may load before it can be used, and that the editor may weigh: gzip -9, kB of 1,000 bytes. */
const limits = { firstLoad: 150, editor: 900 };
const folder = "dist/web";

export interface Size {
  readonly what: string;
  readonly kB: number;
  readonly limit: number;
}

/**
 * What the built page weighs: for each place, the entry and the place's own chunk with all that they import at
 * once; and the editor, which every place loads later or never.
 */
export function sizes(): Size[] {
  const manifest = JSON.parse(readFileSync(join(folder, ".vite/manifest.json"), "utf8")) as BuildManifest;
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry === true);
  if (entry === undefined) throw new Error("The build has no entry.");
  const pages = Object.keys(manifest).filter((key) => key.endsWith("-page.tsx"));
  const editor = Object.keys(manifest).filter(
    (key) => /monaco/.test(key) && manifest[key]?.file.endsWith(".js") === true,
  );
  const first = closure(manifest, [entry]);
  return [
    ...pages.map((page) => ({
      what: page.replace(/^.*\//, "").replace("-page.tsx", ""),
      kB: weight(manifest, closure(manifest, [entry, page])),
      limit: limits.firstLoad,
    })),
    {
      what: "editor",
      kB: weight(manifest, difference(closure(manifest, editor), first)),
      limit: limits.editor,
    },
  ];
}

function closure(manifest: BuildManifest, keys: readonly string[], seen = new Set<string>()): Set<string> {
  for (const key of keys) {
    if (seen.has(key)) continue;
    seen.add(key);
    closure(manifest, manifest[key]?.imports ?? [], seen);
  }
  return seen;
}

function difference(all: Set<string>, without: Set<string>): Set<string> {
  return new Set([...all].filter((key) => !without.has(key)));
}

function weight(manifest: BuildManifest, keys: Set<string>): number {
  const files = new Set([...keys].flatMap((key) => manifest[key]?.file ?? []));
  const bytes = [...files]
    .filter((file) => file.endsWith(".js"))
    .map((file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length);
  return Math.round(bytes.reduce((sum, size) => sum + size, 0) / 100) / 10;
}

import { readFileSync, readdirSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { headerPolicy } from "./content-security-policy.ts";
import { isOwnHost, sendRunTimeConfig, type RunTimeConfig } from "./run-time-config.ts";

const contentTypes: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};
const compressible = new Set([".html", ".js", ".css", ".json", ".svg", ".ttf", ".wasm", ".webmanifest"]);

interface File {
  readonly headers: Record<string, string>;
  readonly plain: Buffer;
  gzip: Buffer | undefined;
}

export interface StaticServerOptions {
  /** The folder with the built page. */
  readonly folder: string;
  /** What `/config.json` says, asked at each request. */
  readonly config: () => RunTimeConfig;
}

/**
 * Serves the built dashboard with the headers of a production installation. The files are read once: the built
 * page is a few megabytes, and only what was built can ever be asked for.
 */
export function staticServer(options: StaticServerOptions): Server {
  const files = readFiles(options.folder);
  return createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://host").pathname;
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { Allow: "GET, HEAD" }).end();
    } else if (path === "/config.json") {
      const port = request.socket.localPort ?? 0;
      // Told under this machine's own names only: see isOwnHost.
      sendRunTimeConfig(
        response,
        isOwnHost(request.headers.host, port) ? options.config() : { deployments: [] },
      );
    } else {
      const file = files.get(path === "/" ? "/index.html" : path);
      if (file === undefined) response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found\n");
      else sendFile(request, response, file);
    }
  });
}

function sendFile(request: IncomingMessage, response: ServerResponse, file: File): void {
  const gzip = file.gzip !== undefined && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  const body = gzip ? file.gzip : file.plain;
  response.writeHead(200, {
    ...file.headers,
    ...(gzip ? { "Content-Encoding": "gzip" } : {}),
    "Content-Length": String(body?.length ?? 0),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

function readFiles(folder: string): Map<string, File> {
  const files = new Map<string, File>();
  const visit = (path: string) => {
    for (const name of readdirSync(join(folder, path))) {
      if (name.startsWith(".")) continue;
      const inner = `${path}/${name}`;
      if (statSync(join(folder, inner)).isDirectory()) visit(inner);
      else files.set(inner, readFile(folder, inner));
    }
  };
  visit("");
  return files;
}

function readFile(folder: string, path: string): File {
  const extension = extname(path);
  const plain = readFileSync(join(folder, path));
  return {
    plain,
    gzip: compressible.has(extension) && plain.length > 1024 ? gzipSync(plain) : undefined,
    headers: {
      "Content-Type": contentTypes[extension] ?? "application/octet-stream",
      // Built files carry a hash of their content in their names; the page itself must be asked for anew.
      "Cache-Control": path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
      "Content-Security-Policy": headerPolicy,
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Referrer-Policy": "no-referrer",
      "X-Content-Type-Options": "nosniff",
      Vary: "Accept-Encoding",
    },
  };
}

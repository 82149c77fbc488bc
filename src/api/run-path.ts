/**
 * The path of `POST /api/run/{module}/{function}`: a default export is named, `messages:list` becomes `messages/list`.
 * The server decodes each part twice, so each is encoded twice; text that names no function is left for it to refuse.
 */
export function runPath(path: string): string {
  const colon = path.lastIndexOf(":");
  const module = (colon < 0 ? path : path.slice(0, colon)).replace(/\.js$/, "");
  const name = colon < 0 ? "default" : path.slice(colon + 1);
  const parts = [...module.split("/").filter((part) => part !== ""), name];
  return `/api/run/${parts.map((part) => encodeURIComponent(encodeURIComponent(part))).join("/")}`;
}

import { identifierFault } from "./identifier.ts";

/** Where a function is: its module with the extension, `dir/file.js`, and its export. */
export interface FunctionPath {
  readonly module: string;
  readonly function: string;
}

/** Text that names no function, with the server's sentence; `reason` is its second half. */
export class FunctionPathError extends Error {
  override readonly name = "FunctionPathError";
  readonly reason: string;

  constructor(path: string, reason: string) {
    super(`${path} is not a valid path to a Convex function. ${reason}`);
    this.reason = reason;
  }
}

const maxComponentLength = 64;

/**
 * Reads `dir/file:name`, `dir/file.js:name` or `dir/file` (its default export).
 *
 * @throws {FunctionPathError} with the reason the server gives
 */
export function parseFunctionPath(text: string): FunctionPath {
  const colon = text.lastIndexOf(":");
  const name = colon === -1 ? "default" : text.slice(colon + 1);
  const fault = identifierFault(name);
  if (fault !== undefined) throw new FunctionPathError(text, fault);
  const module = colon === -1 ? text : text.slice(0, colon);
  const reason = modulePathFault(module);
  if (reason !== undefined) throw new FunctionPathError(text, reason);
  return { module: componentsOf(module).join("/"), function: name };
}

/** The short spelling: without `.js`, and without the name of a default export. */
export function printFunctionPath(path: FunctionPath): string {
  const module = path.module.replace(/\.js$/, "");
  return path.function === "default" ? module : `${module}:${path.function}`;
}

/** The full spelling, as function specifications have it: `dir/file.js:name`. */
export function printFullFunctionPath(path: FunctionPath): string {
  return `${path.module}:${path.function}`;
}

/** Components as a file system reads them, the last one with its extension. */
function componentsOf(module: string): string[] {
  const parts = plainParts(module);
  const last = parts.at(-1) ?? "";
  return [...parts.slice(0, -1), extensionOf(last) === undefined ? `${last}.js` : last];
}

function plainParts(module: string): string[] {
  const parts = module.split("/");
  // A dot at the very start stands for "here" and is refused; inside a path it means nothing.
  return parts.filter((part, index) => part !== "" && (part !== "." || index === 0));
}

function extensionOf(fileName: string): string | undefined {
  const dot = fileName.lastIndexOf(".");
  return dot <= 0 ? undefined : fileName.slice(dot + 1);
}

function modulePathFault(module: string): string | undefined {
  const parts = plainParts(module);
  const last = parts.at(-1);
  if (last === undefined || last === ".." || last === ".") {
    return `Module path ${module} doesn't have a filename.`;
  }
  const extension = extensionOf(last);
  if (extension !== undefined && extension !== "js") {
    return `Module path (${module}) has an extension that isn't 'js'.`;
  }
  if (module.startsWith("/")) return `Module paths must be relative (${module} is absolute).`;
  for (const part of parts) {
    if (part === ".") return `Invalid path component CurDir in ${module}.`;
    if (part === "..") return `Invalid path component ParentDir in ${module}.`;
  }
  return firstFault(componentsOf(module));
}

function firstFault(components: readonly string[]): string | undefined {
  for (const component of components) {
    const length = new TextEncoder().encode(component).length;
    if (length > maxComponentLength) {
      return `Path component is too long (${length} > maximum ${maxComponentLength}).`;
    }
    if (!/^[A-Za-z0-9_.]*$/.test(component)) {
      return `Path component ${component} can only contain alphanumeric characters, underscores, or periods.`;
    }
    if (!/[A-Za-z0-9]/.test(component)) {
      return `Path component ${component} must have at least one alphanumeric character.`;
    }
  }
  return undefined;
}

import { readFileSync } from "node:fs";

interface LockEntry {
  readonly resolved?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<Record<string, LockEntry>>;
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/**
 * What is wrong with the lock file, a sentence each.
 *
 * A registry that lacks the newest binary of some platform lets `npm install` leave it out silently, and then
 * `npm ci` fails for the people of that platform. So each optional dependency named must have its entry.
 */
export function lockFaults(lock: Lock, manifest: Manifest): string[] {
  const faults: string[] = [];
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (!places(path, name).some((place) => place in lock.packages)) {
        faults.push(
          `${path === "" ? "package.json" : path} wants ${name}, which the lock file does not hold.`,
        );
      }
    }
    if (
      entry.resolved !== undefined &&
      entry.link !== true &&
      !entry.resolved.startsWith("https://registry.npmjs.org/")
    ) {
      faults.push(`${path} is bound to one address: ${entry.resolved}.`);
    }
  }
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
    if (!/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)) faults.push(`${name} is not pinned: ${version}.`);
  }
  return faults;
}

/** Where Node would find a package asked for from a folder: beside it, then upwards. */
function places(path: string, name: string): string[] {
  const parts = path === "" ? [] : path.split("/node_modules/");
  const folders = parts.map((_, index) => parts.slice(0, index + 1).join("/node_modules/"));
  return [`node_modules/${name}`, ...folders.map((folder) => `${folder}/node_modules/${name}`)];
}

export function readLockFaults(): string[] {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;
  return lockFaults(lock, JSON.parse(readFileSync("package.json", "utf8")) as Manifest);
}

import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/**
 * Where a data file of the embedded deployment is kept when nobody says where: the system's own place for an
 * application's data. The folder is made, open to its owner only, since the file's neighbour holds an admin key.
 */
export function dataFile(name: string): string {
  const folder = join(systemDataFolder(), "deltascope");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return join(folder, name);
}

function systemDataFolder(): string {
  const xdg = process.env["XDG_DATA_HOME"];
  if (xdg !== undefined && xdg !== "") return xdg;
  if (process.platform === "darwin") return join(homedir(), "Library", "Application Support");
  if (process.platform === "win32") return process.env["LOCALAPPDATA"] ?? join(homedir(), "AppData", "Local");
  return join(homedir(), ".local", "share");
}

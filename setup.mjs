// Makes a fresh clone ready: installs what is missing and builds what has changed. The one file of hand-written
// JavaScript here, and of nothing but built-ins: it must run before anything is installed, and Node 20 does not
// read TypeScript.
//
//   node setup.mjs                  install
//   node setup.mjs build            install, then build if a source has changed
//   node setup.mjs build --force    install, then build
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(fileURLToPath(import.meta.url));
const lock = join(root, "package-lock.json");
const installedLock = join(root, "node_modules", ".deltascope-lock.json");
const builtHash = join(root, "dist", "sources.sha256");

/** What the two builds read. Tests and journeys are not among it: changing one does not rebuild the page. */
const sources = [
  "src",
  "public",
  ".ci",
  "e2e/bench",
  "e2e/find-browser.ts",
  "index.html",
  "package-lock.json",
];
const configs = ["vite.config.ts", "vite.node.config.ts", "vite.slim-monaco.ts"];

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Deltascope needs Node 20.19 or newer; this is ${process.versions.node}.`);
}

if (!sameInstall()) await install();
if (process.argv[2] === "build") {
  const hash = hashOfSources();
  if (process.argv[3] === "--force" || !upToDate(hash)) await build(hash);
}

function sameInstall() {
  return existsSync(installedLock) && readFileSync(lock, "utf8") === readFileSync(installedLock, "utf8");
}

async function install() {
  console.error("Installing the packages of package-lock.json …");
  // npm tells its scripts where it is; started by hand, the one on the path serves.
  const npm = process.env.npm_execpath;
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  if (npm?.endsWith("npm-cli.js")) await run(process.execPath, [npm, ...args]);
  else await run(process.platform === "win32" ? "npm.cmd" : "npm", args, process.platform === "win32");
  writeFileSync(installedLock, readFileSync(lock));
}

async function build(hash) {
  console.error("Building the dashboard and its commands …");
  rmSync(builtHash, { force: true });
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const quiet = ["build", "--logLevel", "warn"];
  await Promise.all([
    run(process.execPath, [vite, ...quiet]),
    run(process.execPath, [vite, ...quiet, "--config", "vite.node.config.ts"]),
  ]);
  writeFileSync(builtHash, hash);
}

function upToDate(hash) {
  return existsSync(builtHash) && readFileSync(builtHash, "utf8") === hash;
}

function hashOfSources() {
  const hash = createHash("sha256");
  for (const path of [...sources, ...configs].flatMap(filesOf)) {
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(root, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesOf(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .filter((name) => name !== "results" && !name.endsWith(".test.ts") && !name.endsWith(".md"))
    .flatMap((name) => filesOf(`${path}/${name}`));
}

/** Runs a program to its end; what it prints goes to standard error, so that a command's own output stays its own. */
function run(program, args, shell = false) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, shell, stdio: ["ignore", 2, 2] });
    child.on("error", (error) => fail(`${program} could not be started: ${error.message}`));
    child.on("close", (code) => {
      if (code !== 0) fail(`${[program, ...args].join(" ")} ended with exit code ${code}.`);
      resolve();
    });
  });
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** One import per folder that its wall forbids, as a person would write it by mistake. */
const forbidden: Readonly<Record<string, string>> = {
  "src/values/probe.ts": "#api/send.ts",
  "src/api/probe.ts": "#ui/button.tsx",
  "src/places/probe.ts": "#api/send.ts",
  "src/reading/probe.ts": "#api/send.ts",
  "src/ui/probe.ts": "#places/data.ts",
  "src/ui/json-editor/probe.ts": "#parts/use-client.tsx",
  "src/parts/probe.ts": "#features/data-explorer/data-explorer-page.tsx",
  "src/features/function-runner/probe.ts": "#features/data-explorer/data-explorer-page.tsx",
  "src/features/schema-browser/probe.ts": "#app/router.tsx",
  "src/features/data-explorer/probe.ts": "#deployment/deployment.ts",
  "src/features/change-history/probe.ts": "#features/import-wizard/import-wizard-page.tsx",
  "src/features/import-wizard/probe.ts": "monaco-editor/editor",
  "src/app/probe.ts": "#deployment/deployment.ts",
  "src/deployment/probe.ts": "#api/send.ts",
  "src/contract/probe.ts": "#ui/button.tsx",
  "e2e/journeys/probe.ts": "#features/data-explorer/data-explorer-page.tsx",
  "src/features/data-explorer/upward.ts": "../change-history/change-history-page.tsx",
};

/** The walls that no longer hold: each forbidden import that the linter lets through, a sentence each. */
export function openWalls(): string[] {
  const folder = mkdtempSync(join(tmpdir(), "deltascope-layers-"));
  try {
    copyFileSync(".oxlintrc.json", join(folder, ".oxlintrc.json"));
    for (const [file, specifier] of Object.entries(forbidden)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `import "${specifier}";\n`);
    }
    const oxlint = resolve("node_modules/oxlint/bin/oxlint");
    const result = spawnSync(process.execPath, [oxlint, "--format", "json"], {
      cwd: folder,
      encoding: "utf8",
    });
    const report = JSON.parse(result.stdout) as { diagnostics: { code: string; filename: string }[] };
    const caught = report.diagnostics.filter(({ code }) => code.includes("no-restricted-imports"));
    return Object.entries(forbidden)
      .filter(([file]) => !caught.some(({ filename }) => filename.replaceAll("\\", "/").endsWith(file)))
      .map(([file, specifier]) => `${dirname(file)} may import ${specifier}, and must not.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

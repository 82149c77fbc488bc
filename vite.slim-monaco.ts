import type { Plugin } from "vite";

/**
 * Monaco's JSON language imports one helper, and that file of Monaco imports every editor feature for its side
 * effects, chosen or not (0.57.0). Without those lines the editor holds only the features that
 * `src/ui/json-editor` names.
 *
 * Monaco also measures how fast it takes keys and reads the measurement back at once. A browser that keeps timings
 * to itself, or a test that holds the clock, gives none back, and every key would throw.
 */
export function slimMonaco(): Plugin {
  return {
    name: "slim-monaco",
    enforce: "pre",
    transform: {
      filter: { id: /monaco-editor\/esm\/vs\/(?:internal\/common\/workers|base\/browser\/performance)\.js$/ },
      handler(code, id) {
        const changed = id.endsWith("workers.js")
          ? code.replaceAll(/^import '[^']+';$/gm, "")
          : code.replace(
              "getEntriesByName(entryName)[0].duration",
              "getEntriesByName(entryName)[0]?.duration ?? 0",
            );
        if (changed === code) this.warn(`nothing to change in Monaco's ${id}: is the plugin still needed?`);
        return { code: changed, map: null };
      },
    },
  };
}

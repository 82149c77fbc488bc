import type { Plugin } from "vite";

/**
 * Monaco's JSON language imports one helper, and that file of Monaco imports every editor feature for its side
 * effects, chosen or not (0.57.0). Without those lines the editor holds only the features that
 * `src/ui/json-editor` names.
 */
export function slimMonaco(): Plugin {
  return {
    name: "slim-monaco",
    enforce: "pre",
    transform: {
      filter: { id: /monaco-editor\/esm\/vs\/internal\/common\/workers\.js$/ },
      handler(code) {
        const slim = code.replaceAll(/^import '[^']+';$/gm, "");
        if (slim === code)
          this.warn("nothing to take out of Monaco's workers.js: is the plugin still needed?");
        return { code: slim, map: null };
      },
    },
  };
}

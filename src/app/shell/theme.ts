import { picklist } from "valibot";
import { stored } from "#parts/stored.ts";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const themeStore = stored<Theme>({
  area: "theme",
  deployment: "any",
  version: 1,
  schema: picklist(themes),
  fallback: "system",
});

/** Puts the chosen theme on the page, now and whenever it changes. Without a mark the browser's own choice holds. */
export function applyTheme(): void {
  const apply = () => {
    const theme = themeStore.read();
    if (theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
  };
  apply();
  themeStore.subscribe(apply);
}

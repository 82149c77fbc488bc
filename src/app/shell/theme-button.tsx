import { Monitor, Moon, Sun } from "lucide-react";
import { useSyncExternalStore } from "react";
import { themes, themeStore, type Theme } from "./theme.ts";

const icons = { system: Monitor, light: Sun, dark: Moon } as const;

/** Goes from the system's theme to the light one, the dark one and back. */
export function ThemeButton() {
  const theme = useSyncExternalStore(themeStore.subscribe, themeStore.read);
  const next: Theme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "system";
  const Icon = icons[theme];
  return (
    <button
      type="button"
      aria-label="Theme"
      title={`Theme: ${theme}. Press for ${next}.`}
      onClick={() => themeStore.write(next)}
      className="inline-flex size-control shrink-0 items-center justify-center rounded-4 text-ink-2 transition-colors hover:bg-hover hover:text-ink"
    >
      <Icon size={16} strokeWidth={1.5} aria-hidden />
    </button>
  );
}

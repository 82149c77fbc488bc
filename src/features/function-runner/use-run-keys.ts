import { useEffect, useEffectEvent } from "react";

/** ⌘ or Ctrl with Enter runs from anywhere on the page but a dialog. */
export function useRunKeys(run: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey) || event.altKey || event.repeat) return;
    if (document.querySelector('[role="dialog"]') !== null) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    // Before the editor and the field, which have uses of their own for these keys.
    window.addEventListener("keydown", listener, true);
    return () => window.removeEventListener("keydown", listener, true);
  }, []);
}

/** How the keys are written on this computer. */
export const runKeys = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? "") ? "⌘↵" : "Ctrl ↵";

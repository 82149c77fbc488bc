import { useSyncExternalStore } from "react";

function read(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--row")) || 28;
}

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-density"] });
  return () => observer.disconnect();
}

/** Pixels of a row at the chosen density; the stylesheet has the figure. */
export function useRowHeight(): number {
  return useSyncExternalStore(subscribe, read, () => 28);
}

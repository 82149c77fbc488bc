/** Where the editor is loaded from; Monaco comes with it and nowhere else. */
export const loadJsonEditor = () => import("./monaco-editor.tsx");

/** Fetches the editor when the browser has nothing else to do. */
export function prefetchJsonEditor(): void {
  const load = () => void loadJsonEditor().catch(() => undefined);
  if ("requestIdleCallback" in globalThis) requestIdleCallback(load, { timeout: 4000 });
  else setTimeout(load, 1500);
}

/** What was copied or saved, in a word. An error never goes here: it stands where its cause is. */
export interface Toast {
  readonly id: number;
  readonly text: string;
}

const stay = 2500;
let current: Toast | undefined;
let count = 0;
const listeners = new Set<() => void>();

function set(next: Toast | undefined) {
  current = next;
  for (const listener of listeners) listener();
}

/** `toast("Copied")` */
export function toast(text: string): void {
  const mine = { id: ++count, text };
  set(mine);
  setTimeout(() => {
    if (current === mine) set(undefined);
  }, stay);
}

export function currentToast(): Toast | undefined {
  return current;
}

export function onToast(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where the URL says one is: what stands after its `#`. */
export interface Here {
  /** Begins with a slash: `/data`. */
  readonly path: string;
  /** Empty, or begins with a question mark: `?table=users`. */
  readonly search: string;
}

type Proceed = () => void;

// A place is kept behind the `#`, so the page runs from any static host and no server's log learns where one is.
let here = readHere();
let index = indexOf(globalThis.history?.state) ?? 0;
// Every step carries its number, the first one too: it tells back from forward.
globalThis.history?.replaceState({ index }, "");
let restoring = false;
const listeners = new Set<() => void>();
const guards = new Set<(proceed: Proceed) => void>();

export function currentHere(): Here {
  return here;
}

/** Calls `listener` after every step; returns what ends that. */
export function subscribeHere(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener("popstate", onPopState);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener("popstate", onPopState);
  };
}

/** Goes to a place as `printPlace` spells it. `replace` when the step is not worth a press of the browser's Back. */
export function goTo(spelled: string, replace = false): void {
  if (`#${spelled}` === location.hash) return;
  const go = () => {
    if (!replace) index += 1;
    history[replace ? "replaceState" : "pushState"]({ index }, "", `#${spelled}`);
    arrive();
  };
  // Another search on the same page leaves nothing.
  if (spelled.split("?")[0] === here.path) go();
  else ask(go);
}

/**
 * Asks before another page takes this one's place: `onLeave` is called instead, with what carries the step out. Returns
 * what ends that.
 */
export function guardHere(onLeave: (proceed: Proceed) => void): () => void {
  guards.add(onLeave);
  return () => guards.delete(onLeave);
}

function ask(go: Proceed): void {
  const [guard] = guards;
  if (guard === undefined) go();
  else guard(go);
}

// Back, forward, a plain link and a hash typed by hand: the browser has gone there already.
function onPopState(event: PopStateEvent): void {
  if (restoring) {
    restoring = false;
    return;
  }
  const before = index;
  index = indexOf(event.state) ?? before + 1;
  if (indexOf(event.state) === undefined) history.replaceState({ index }, "");
  const steps = index - before;
  if (guards.size === 0 || steps === 0 || readHere().path === here.path) {
    arrive();
    return;
  }
  restoring = true;
  index = before;
  history.go(-steps);
  ask(() => {
    guards.clear();
    history.go(steps);
  });
}

function arrive(): void {
  here = readHere();
  for (const listener of listeners) listener();
}

function readHere(): Here {
  // Not location.hash, which some browsers decode.
  const spelled = globalThis.location?.href.split(/#(.*)/s)[1] ?? "";
  const [path = "", search = ""] = spelled.split(/(?=\?)(.*)/s);
  return { path: path === "" ? "/" : path, search };
}

function indexOf(state: unknown): number | undefined {
  if (typeof state !== "object" || state === null || !("index" in state)) return undefined;
  return typeof state.index === "number" ? state.index : undefined;
}

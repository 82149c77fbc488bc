import { safeParse, type GenericSchema } from "valibot";

/** Something small that is kept in this browser. Unknown versions and damaged texts count as not there. */
export interface Stored<Value> {
  readonly read: () => Value;
  readonly write: (value: Value) => void;
  /** Calls `listener` when the value changes here or in another tab; returns what ends that. */
  readonly subscribe: (listener: () => void) => () => void;
}

export interface StoredOptions<Value> {
  /** What it is about: `theme`, `runs`. */
  readonly area: string;
  /** The deployment it belongs to, or `any`. */
  readonly deployment: string;
  /** Goes up when the form changes; older ones are then ignored. */
  readonly version: number;
  readonly schema: GenericSchema<unknown, Value>;
  readonly fallback: Value;
}

const known = new Map<string, Stored<unknown>>();

/** The stored value of that name; always the same object for the same name. Never holds a key. */
export function stored<Value>(options: StoredOptions<Value>): Stored<Value> {
  const name = `deltascope.${options.area}.${options.deployment}.v${options.version}`;
  const before = known.get(name);
  if (before !== undefined) return before as Stored<Value>;
  const made = makeStored(name, options);
  known.set(name, made as Stored<unknown>);
  return made;
}

function makeStored<Value>(name: string, { schema, fallback }: StoredOptions<Value>): Stored<Value> {
  const listeners = new Set<() => void>();
  let value = load();

  function load(): Value {
    try {
      const text = localStorage.getItem(name);
      if (text === null) return fallback;
      const parsed = safeParse(schema, JSON.parse(text));
      return parsed.success ? parsed.output : fallback;
    } catch {
      // A browser may forbid storage, and a person may have edited it.
      return fallback;
    }
  }

  function tell() {
    for (const listener of listeners) listener();
  }

  function onStorage(event: StorageEvent) {
    // Without a key everything was cleared.
    if (event.key !== null && event.key !== name) return;
    value = load();
    tell();
  }

  return {
    read: () => value,
    write(next) {
      value = next;
      try {
        localStorage.setItem(name, JSON.stringify(next));
      } catch {
        // Full or forbidden: it holds until the page closes.
      }
      tell();
    },
    subscribe(listener) {
      if (listeners.size === 0) globalThis.addEventListener?.("storage", onStorage);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) globalThis.removeEventListener?.("storage", onStorage);
      };
    },
  };
}

import { useEffect, useState, useSyncExternalStore } from "react";
import { currentHere, guardHere, subscribeHere, type Here } from "./location.ts";

/** Where the URL says one is. */
export function useHere(): Here {
  return useSyncExternalStore(subscribeHere, currentHere);
}

/** While `active`, another page waits for an answer: `proceed` lets it come, `stay` does not. */
export function useLeaveGuard(active: boolean): {
  readonly asked: boolean;
  readonly proceed: () => void;
  readonly stay: () => void;
} {
  const [go, setGo] = useState<() => void>();
  useEffect(() => {
    if (!active) return undefined;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", onUnload);
    const end = guardHere((proceed) => setGo(() => proceed));
    return () => {
      removeEventListener("beforeunload", onUnload);
      end();
    };
  }, [active]);
  return {
    asked: active && go !== undefined,
    proceed: () => {
      setGo(undefined);
      go?.();
    },
    stay: () => setGo(undefined),
  };
}

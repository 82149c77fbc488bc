/** Resolves after `ms`, and not before the page is seen again: nobody reads what is fetched behind another tab. */
export async function waitSeen(ms: number, signal: AbortSignal): Promise<void> {
  await event(signal, (done) => {
    const timer = setTimeout(done, ms);
    return () => clearTimeout(timer);
  });
  if (document.visibilityState === "visible") return;
  await event(signal, (done) => {
    const look = () => document.visibilityState === "visible" && done();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  });
}

function event(signal: AbortSignal, begin: (done: () => void) => () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const onAbort = () => {
      end();
      reject(signal.reason as Error);
    };
    const end = begin(() => {
      end();
      signal.removeEventListener("abort", onAbort);
      resolve();
    });
    signal.addEventListener("abort", onAbort, { once: true });
  });
}

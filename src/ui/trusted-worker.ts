interface TrustedPolicy {
  createScriptURL(url: string): unknown;
}
interface TrustedFactory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): TrustedPolicy;
}

// Browsers without Trusted Types have no such global and need no policy.
const factory = (globalThis as { trustedTypes?: TrustedFactory }).trustedTypes;

/** The page's one policy: scripts of workers come from where the page came from. */
const policy = factory?.createPolicy("deltascope", {
  createScriptURL(url) {
    if (new URL(url, document.baseURI).origin !== location.origin) throw new TypeError("not of this origin");
    return url;
  },
});

/**
 * Starts a module worker under a policy that requires Trusted Types; Vite's own `?worker` passes a plain string
 * and is refused there. `import url from "./read.worker.ts?worker&url"; createWorker(url)`
 */
export function createWorker(url: string, name = ""): Worker {
  const trusted = policy ? policy.createScriptURL(url) : url;
  return new Worker(trusted as string, { type: "module", name });
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): unknown };
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };

/**
 * The dashboard's one policy: workers come from the page's own origin and from nowhere else. The page's content
 * policy refuses a worker whose address did not pass here.
 */
const policy = trustedTypes?.createPolicy("deltascope-workers", {
  createScriptURL: (url) => {
    if (new URL(url, location.href).origin !== location.origin)
      throw new TypeError("A worker from another origin");
    return url;
  },
});

/** An address from `?worker&url`, as `new Worker` wants it. Browsers without Trusted Types take the text itself. */
export function trustedWorkerUrl(url: string): string | URL {
  return (policy?.createScriptURL(url) ?? url) as string | URL;
}

import { cleanPaste } from "./clean-paste.ts";

export type Address =
  | { readonly kind: "address"; readonly url: string }
  | { readonly kind: "unusable"; readonly reason: string };

const deploymentName = /^[a-z]+(?:-[a-z]+)+-\d+$/;
const ownMachine = /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0)$/;
const hosted = /^([a-z0-9-]+)((?:\.[a-z0-9-]+)*)\.convex\.(?:cloud|site)$/;
const anyScheme = /^[a-z][a-z0-9+.-]*:\/\//i;

/** Whether a host is this machine. Browsers let a secure page call it without encryption, and nothing else. */
export function isOwnMachine(hostname: string): boolean {
  return ownMachine.test(hostname);
}

/** The name that a hosted address carries: `tall-crane-215` of `https://tall-crane-215.convex.cloud`. */
export function nameInAddress(url: string): string | undefined {
  return URL.canParse(url) ? hosted.exec(new URL(url).hostname)?.[1] : undefined;
}

/**
 * The address of a deployment from whatever was typed for it: a deployment's name alone, an address without a scheme,
 * with a trailing slash, a query or an endpoint's path, the address of its HTTP actions or of its page in the hosted
 * dashboard. The result has no trailing slash.
 */
export function readAddress(text: string): Address {
  const typed = cleanPaste(text);
  if (typed === "") return { kind: "unusable", reason: "The address is empty." };
  if (deploymentName.test(typed)) return { kind: "address", url: `https://${typed}.convex.cloud` };
  const spelled = anyScheme.test(typed) ? typed : `${schemeFor(typed)}${typed}`;
  if (!URL.canParse(spelled)) return { kind: "unusable", reason: `${typed} is not an address.` };
  const url = new URL(spelled);
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    return {
      kind: "unusable",
      reason: `A deployment speaks http or https, not ${url.protocol.slice(0, -1)}.`,
    };
  }
  if (url.username !== "" || url.password !== "") {
    return {
      kind: "unusable",
      reason: "The address holds a user name or password, which deployments do not use.",
    };
  }
  const inDashboard =
    /^dashboard\.convex\.dev$/.test(url.hostname) && /\/([a-z]+-[a-z]+-\d+)(?:\/|$)/.exec(url.pathname);
  if (inDashboard) return { kind: "address", url: `https://${inDashboard[1]}.convex.cloud` };
  const host = url.host.replace(/\.convex\.site$/, ".convex.cloud");
  const path = url.pathname
    .replace(/\/api(?:\/.*)?$/, "")
    .replace(/\/(?:instance_name|instance_version|version)$/, "");
  return { kind: "address", url: `${url.protocol}//${host}${path.replace(/\/+$/, "")}` };
}

function schemeFor(typed: string): "http://" | "https://" {
  const host = /^(\[[^\]]*\]|[^/:?#]*)/.exec(typed.toLowerCase())?.[1] ?? "";
  return isOwnMachine(host) || /^(?:10|192\.168)\.[\d.]+$/.test(host) ? "http://" : "https://";
}

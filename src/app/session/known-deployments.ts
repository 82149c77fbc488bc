import { array, object, string, type InferOutput } from "valibot";
import { stored } from "#parts/stored.ts";

const schema = array(object({ name: string(), url: string() }));

/** A deployment that this browser has been connected to; never its key. */
export type KnownDeployment = InferOutput<typeof schema>[number];

/** The last one used first. */
export const knownDeployments = stored<KnownDeployment[]>({
  area: "deployments",
  deployment: "any",
  version: 1,
  schema,
  fallback: [],
});

const most = 20;

/** Puts a deployment first. Only its name and address are taken from what is given. */
export function rememberDeployment({ name, url }: KnownDeployment): void {
  const others = knownDeployments.read().filter((one) => one.url !== url || one.name !== name);
  knownDeployments.write([{ name, url }, ...others].slice(0, most));
}

export function forgetDeployment({ name, url }: KnownDeployment): void {
  knownDeployments.write(knownDeployments.read().filter((one) => one.url !== url || one.name !== name));
}

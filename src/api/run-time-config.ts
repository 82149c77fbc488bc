import { array, object, optional, safeParse, string } from "valibot";

/** A deployment that the page is given to begin with. The key is used and never stored. */
export interface GivenDeployment {
  readonly name: string;
  readonly url: string;
  readonly key: string | undefined;
}

const shape = object({
  deployments: array(object({ name: string(), url: string(), key: optional(string()) })),
});

/**
 * Reads `config.json` beside the page: who serves the dashboard can name deployments there. A page without one, or
 * with one of another form, simply knows none.
 */
export async function readRunTimeConfig(
  fetchText: typeof fetch = fetch,
): Promise<readonly GivenDeployment[]> {
  try {
    const response = await fetchText("config.json", { cache: "no-store", credentials: "same-origin" });
    if (!response.ok) return [];
    const parsed = safeParse(shape, JSON.parse(await response.text()));
    return parsed.success ? parsed.output.deployments.map((one) => ({ ...one, key: one.key })) : [];
  } catch {
    return [];
  }
}

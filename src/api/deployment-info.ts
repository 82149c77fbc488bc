import { asObject, decodeAnswer } from "./read-answer.ts";
import { send } from "./send.ts";
import type { Sender } from "./sender.ts";

export type DeploymentInfo =
  | { readonly kind: "selfHosted" }
  | {
      readonly kind: "cloud";
      /** `prod`, `dev`, `preview`; other words may come. */
      readonly deploymentType: string | undefined;
      readonly projectName: string | undefined;
    };

/** What kind of deployment this is (HTTP API: v1/deployment_info). Throws ProblemError. */
export async function deploymentInfo(sender: Sender, signal?: AbortSignal): Promise<DeploymentInfo> {
  const reply = await send(sender, {
    method: "GET",
    path: "/api/v1/deployment_info",
    caller: "key",
    repeat: "on-trouble",
    signal,
  });
  return decodeAnswer(reply, (json) => {
    const answer = asObject(json, "The answer");
    const text = (name: string) => (typeof answer[name] === "string" ? answer[name] : undefined);
    if (answer["kind"] === "selfHosted") return { kind: "selfHosted" };
    return { kind: "cloud", deploymentType: text("deploymentType"), projectName: text("projectName") };
  });
}

import { afterAll, beforeAll } from "vitest";
import { call, type Answer, type CallOptions } from "./call.ts";
import { openDeployment, type EmbeddedOptions, type EmbeddedTarget } from "./target.ts";

/** What a function endpoint is sent, but for its options. */
export interface SampleTarget {
  readonly deployment: () => EmbeddedTarget;
  /** Posts a body with a fixed request id, by default without a key. */
  readonly post: (path: string, body: string, options?: CallOptions) => Promise<Answer>;
  /** A user's id, made for the occasion. */
  readonly addUser: () => Promise<string>;
}

export const requestId = "0123456789abcdef";
export const errorStart = `[Request ID: ${requestId}] Server Error\\n`;

/** One embedded deployment with the sample's functions and no documents, for all tests of a file. */
export function sampleTarget(options: EmbeddedOptions = {}): SampleTarget {
  let opened: EmbeddedTarget | undefined;
  const deployment = (): EmbeddedTarget => {
    if (opened === undefined) throw new Error("The deployment opens before the tests");
    return opened;
  };
  beforeAll(async () => {
    opened = await openDeployment(options);
  });
  afterAll(async () => {
    await opened?.close();
  });
  const post: SampleTarget["post"] = (path, body, { key = null, headers = {}, ...rest } = {}) =>
    call(deployment(), "POST", path, {
      key,
      body,
      headers: { "convex-request-id": requestId, ...headers },
      ...rest,
    });
  return {
    deployment,
    post,
    async addUser() {
      const document = `{"name":"Ann","email":"ann@x.example","role":"customer","timezone":"Europe/Oslo","tags":[],"notifications":{"email":true,"push":false,"digest":null},"signIns":{"$integer":"AQAAAAAAAAA="}}`;
      const body = `{"path":"_system/frontend/addDocument","args":{"table":"users","documents":[${document}]}}`;
      const added = await post("/api/mutation", body, { key: deployment().adminKey });
      if (!added.text.includes('"success":true')) throw new Error(added.text);
      const listed = await post("/api/query", '{"path":"users:list","args":{"limit":1000}}');
      const id = /"_id":"([0-9a-z]+)"/.exec(listed.text)?.[1];
      if (id === undefined) throw new Error(listed.text);
      return id;
    },
  };
}

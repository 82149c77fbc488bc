import * as jose from "jose";
import { isObject, parseJson } from "#values/json.ts";
import type { Identity } from "./caller.ts";
import { identityOf } from "./read-identity.ts";
import { Refusal } from "./refusal.ts";

const tokenIssuer = "https://embedded.deltascope.invalid";
const audience = "convex";
const lifetimeMs = 86_400_000;

/** Tokens of users, signed and checked with a pair of keys that lives as long as the deployment. */
export interface UserTokens {
  sign(subject: string, claims?: Readonly<Record<string, string | boolean>>): Promise<string>;
  /** Throws 401 for anything but a token of ours that is still good. */
  verify(token: string): Promise<Identity>;
}

export function createUserTokens(now: () => Date): UserTokens {
  // Made when it is first needed: most deployments never see a user.
  let pair: Promise<jose.GenerateKeyPairResult> | undefined;
  const keys = () => (pair ??= jose.generateKeyPair("ES256"));
  return {
    async sign(subject, claims = {}) {
      const { privateKey } = await keys();
      return new jose.SignJWT(claims)
        .setProtectedHeader({ alg: "ES256" })
        .setIssuer(tokenIssuer)
        .setAudience(audience)
        .setSubject(subject)
        .setIssuedAt(now())
        .setExpirationTime(new Date(now().getTime() + lifetimeMs))
        .sign(privateKey);
    },
    async verify(token) {
      let issuer: unknown;
      try {
        ({ iss: issuer } = jose.decodeJwt(token));
      } catch {
        throw unauthenticated("InvalidAuthHeader", "Could not decode token");
      }
      if (issuer !== tokenIssuer) {
        throw unauthenticated(
          "NoAuthProvider",
          `No auth provider found matching the given token. Check that your JWT's issuer and audience match one of your configured providers: [OIDC(domain=${tokenIssuer}, app_id=${audience})]`,
        );
      }
      const { publicKey } = await keys();
      try {
        const { payload } = await jose.jwtVerify(token, publicKey, { audience, currentDate: now() });
        const claims = parseJson(JSON.stringify(payload));
        if (!isObject(claims)) throw new Error("claims are an object");
        return identityOf(claims);
      } catch {
        throw unauthenticated(
          "Unauthenticated",
          "Could not verify OIDC token claim. Check that the token signature is valid and the token hasn't expired.",
        );
      }
    },
  };
}

function unauthenticated(code: string, message: string): Refusal {
  return new Refusal(401, code, message);
}

import { decodeBase64 } from "#values/base64.ts";
import type { ConvexObject, ConvexValue } from "#values/convex-value.ts";
import { isObject, type Json, type JsonObject, parseJson } from "#values/json.ts";
import type { Identity } from "./caller.ts";
import { badRequest } from "./refusal.ts";

/** The identity behind an acting-as key: JSON in base64, with a token identifier or an issuer and a subject. */
export function readActingIdentity(base64: string): Identity {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(decodeBase64(base64));
    const json = parseJson(text);
    if (!isObject(json)) throw new Error("not an object");
    return identityOf(json);
  } catch {
    throw badRequest("HeaderParseFailure", "Malformed Authorization header.");
  }
}

/** An identity from OIDC claims. Throws without a token identifier or an issuer and a subject. */
export function identityOf(claims: JsonObject): Identity {
  const issuer = claims["issuer"] ?? claims["iss"];
  const subject = claims["subject"] ?? claims["sub"];
  const known = claims["tokenIdentifier"];
  const [knownIssuer, knownSubject] = typeof known === "string" ? known.split("|") : [];
  const who = {
    issuer: typeof issuer === "string" ? issuer : knownIssuer,
    subject: typeof subject === "string" ? subject : knownSubject,
  };
  if (typeof known !== "string" && (who.issuer === undefined || who.subject === undefined)) {
    throw new Error("an identity needs tokenIdentifier, or issuer and subject");
  }
  const tokenIdentifier = typeof known === "string" ? known : `${who.issuer}|${who.subject}`;
  const rest: Record<string, ConvexValue> = {};
  for (const [name, value] of Object.entries(claims)) {
    if (!reserved.has(name)) rest[camelCase[name] ?? name] = asConvexValue(value);
  }
  return { tokenIdentifier, issuer: who.issuer ?? "", subject: who.subject ?? "", claims: rest };
}

const reserved = new Set(["tokenIdentifier", "issuer", "iss", "subject", "sub", "aud", "exp", "iat", "nbf"]);

const camelCase: Readonly<Record<string, string>> = {
  given_name: "givenName",
  family_name: "familyName",
  preferred_username: "preferredUsername",
  profile: "profileUrl",
  picture: "pictureUrl",
  website: "websiteUrl",
  email_verified: "emailVerified",
  phone_number: "phoneNumber",
  phone_number_verified: "phoneNumberVerified",
  updated_at: "updatedAt",
  zoneinfo: "timezone",
  locale: "language",
};

function asConvexValue(json: Json): ConvexValue {
  if (typeof json === "bigint") return Number(json);
  if (typeof json !== "object" || json === null) return json;
  if (!isObject(json)) return json.map(asConvexValue);
  const object: ConvexObject = Object.fromEntries(
    Object.entries(json).map(([name, value]) => [name, asConvexValue(value)]),
  );
  return object;
}

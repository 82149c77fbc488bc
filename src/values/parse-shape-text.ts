import { parseJson } from "./json.ts";
import type { Shape } from "./shape.ts";
import { unionOf } from "./union-of.ts";

const token = /\s*(v\.[a-z0-9]+|"(?:[^"\\]|\\.)*"|[(),])/giy;

/**
 * Reads the part of `v.…` that the keys of a record can be: strings, ids, literals and unions of them.
 * Anything else is `any`, because a description is for people and may change.
 */
export function parseShapeText(text: string): Shape {
  const tokens: string[] = [];
  token.lastIndex = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) tokens.push(match[1] ?? "");
  let at = 0;

  function value(): Shape | undefined {
    const name = tokens[at++];
    if (tokens[at++] !== "(") return undefined;
    const shape = call(name);
    return shape !== undefined && tokens[at++] === ")" ? shape : undefined;
  }

  function call(name: string | undefined): Shape | undefined {
    switch (name) {
      case "v.string":
        return { kind: "string" };
      case "v.id":
      case "v.literal": {
        const quoted = tokens[at]?.startsWith('"') ? parseJson(tokens[at++] ?? "") : undefined;
        if (typeof quoted !== "string") return undefined;
        return name === "v.id" ? { kind: "id", table: quoted } : { kind: "literal", value: quoted };
      }
      case "v.union":
        return members();
      default:
        return undefined;
    }
  }

  function members(): Shape | undefined {
    const found: Shape[] = [];
    while (tokens[at] !== ")") {
      if (found.length > 0 && tokens[at++] !== ",") return undefined;
      const member = value();
      if (member === undefined) return undefined;
      found.push(member);
    }
    return unionOf(found);
  }

  return value() ?? { kind: "any" };
}

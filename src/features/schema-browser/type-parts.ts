import type { Shape } from "#values/shape.ts";

/** A piece of a type as it is shown; `table` is where an id leads. */
export interface TypePart {
  readonly text: string;
  readonly tone: "plain" | "number" | "word" | "id" | "quiet";
  readonly table?: string;
}

const plain = (text: string): TypePart => ({ text, tone: "plain" });
const quiet = (text: string): TypePart => ({ text, tone: "quiet" });

/**
 * A type as the generated types of a Convex app name it: `Id<"users"> | null`, `string[]`, `Record<string, number>`.
 * The fields of an object have lines of their own, so here it is only `object`.
 */
export function typeParts(shape: Shape): readonly TypePart[] {
  switch (shape.kind) {
    case "number":
    case "int64":
      return [{ text: shape.kind, tone: "number" }];
    case "null":
    case "bytes":
      return [{ text: shape.kind, tone: "word" }];
    case "never":
      return [quiet("nothing seen")];
    case "id":
      return [{ text: `Id<${JSON.stringify(shape.table)}>`, tone: "id", table: shape.table }];
    case "literal":
      return [literalPart(shape.value)];
    case "array":
      return shape.element.kind === "never"
        ? [plain("[]"), quiet(" always empty")]
        : [...inBrackets(shape.element), plain("[]")];
    case "record":
      return [
        plain("Record<"),
        ...typeParts(shape.keys),
        plain(", "),
        ...typeParts(shape.values),
        plain(">"),
      ];
    case "union":
      return shape.members.flatMap((member, index) => [
        ...(index === 0 ? [] : [quiet(" | ")]),
        ...typeParts(member),
      ]);
    default:
      return [plain(shape.kind)];
  }
}

function inBrackets(shape: Shape): readonly TypePart[] {
  const parts = typeParts(shape);
  return shape.kind === "union" && shape.members.length > 1 ? [plain("("), ...parts, plain(")")] : parts;
}

function literalPart(value: string | number | bigint | boolean): TypePart {
  if (typeof value === "string") return plain(JSON.stringify(value));
  if (typeof value === "boolean") return { text: String(value), tone: "word" };
  if (typeof value === "bigint") return { text: `${value}n`, tone: "number" };
  return { text: Object.is(value, -0) ? "-0" : String(value), tone: "number" };
}

/** The same as one text. */
export function typeText(shape: Shape): string {
  return typeParts(shape)
    .map((part) => part.text)
    .join("");
}

import { compareStrings } from "./compare-strings.ts";
import { type ConvexObject, type ConvexValue, isArray } from "./convex-value.ts";
import { decodeDocumentId } from "./document-id.ts";
import { isIdentifier } from "./identifier.ts";
import type { Shape } from "./shape.ts";

/** Beyond this many alternatives at one place the deployment stops telling strings apart. */
const maxAlternatives = 16;
/** Beyond this many fields an object is a record. */
const maxFields = 64;

/** Names the table of an id; undefined when no such table exists, and the id is then a plain string. */
export type TableName = (tableNumber: number) => string | undefined;

/**
 * The shape of a growing set of values, by the rules of `json_schemas`: objects are merged into one whose
 * fields are optional where some object lacks them, and all arrays into one.
 *
 * HTTP API: json_schemas
 */
export class ShapeInference {
  #count = 0;
  readonly #plain = new Set<"null" | "int64" | "boolean" | "bytes">();
  #hasNormalFloat = false;
  readonly #specialFloats = new Set<string>();
  readonly #texts = new TextInference();
  #element: ShapeInference | undefined;
  #objects = 0;
  readonly #fields = new Map<string, ShapeInference>();
  #isRecord = false;

  /** How many values were added. */
  get count(): number {
    return this.#count;
  }

  add(value: ConvexValue): void {
    this.#count += 1;
    switch (typeof value) {
      case "bigint":
        this.#plain.add("int64");
        break;
      case "boolean":
        this.#plain.add("boolean");
        break;
      case "number":
        if (Number.isFinite(value) && !Object.is(value, -0)) this.#hasNormalFloat = true;
        else this.#specialFloats.add(Object.is(value, -0) ? "-0" : String(value));
        break;
      case "string":
        this.#texts.add(value);
        break;
      default:
        if (value === null) this.#plain.add("null");
        else if (value instanceof Uint8Array) this.#plain.add("bytes");
        else if (isArray(value)) this.#addArray(value);
        else this.addObject(value);
    }
    this.#texts.limit(maxAlternatives - this.#otherAlternatives());
  }

  #addArray(items: readonly ConvexValue[]): void {
    this.#element ??= new ShapeInference();
    for (const item of items) this.#element.add(item);
  }

  /** Adds an object, without counting it as a value of its own. */
  addObject(object: ConvexObject): void {
    this.#objects += 1;
    if (this.#isRecord) return;
    for (const [name, value] of Object.entries(object)) {
      let field = this.#fields.get(name);
      if (field === undefined) {
        if (!isIdentifier(name) || this.#fields.size === maxFields) {
          this.#isRecord = true;
          this.#fields.clear();
          return;
        }
        field = new ShapeInference();
        this.#fields.set(name, field);
      }
      field.add(value);
    }
  }

  #otherAlternatives(): number {
    const containers = (this.#element === undefined ? 0 : 1) + (this.#objects === 0 ? 0 : 1);
    return this.#plain.size + (this.#hasNormalFloat ? 1 : 0) + this.#specialFloats.size + containers;
  }

  /** The shape of what was added so far; a union has the order of the deployment. */
  shape(tableName: TableName): Shape {
    const { tables, hasPlain } = this.#texts.kinds(tableName);
    const members: Shape[] = tables.map((table) => ({ kind: "id", table }));
    if (this.#plain.has("null")) members.push({ kind: "null" });
    if (this.#plain.has("int64")) members.push({ kind: "int64" });
    if (this.#hasNormalFloat || this.#specialFloats.size > 0) {
      members.push({ kind: "number", special: this.#specialFloats.size > 0 });
    }
    if (this.#plain.has("boolean")) members.push({ kind: "boolean" });
    if (hasPlain) members.push({ kind: "string" });
    if (this.#plain.has("bytes")) members.push({ kind: "bytes" });
    if (this.#objects > 0 && !this.#isRecord) members.push(this.#objectShape(tableName));
    if (this.#element !== undefined) {
      members.push({ kind: "array", element: this.#element.shape(tableName) });
    }
    if (this.#isRecord) members.push({ kind: "any" });
    const [only] = members;
    if (only === undefined) return { kind: "never" };
    return members.length === 1 ? only : { kind: "union", members };
  }

  #objectShape(tableName: TableName): Shape {
    const names = [...this.#fields.keys()].sort(compareStrings);
    return {
      kind: "object",
      fields: names.map((name) => {
        const field = this.#fields.get(name) as ShapeInference;
        return { name, shape: field.shape(tableName), optional: field.count < this.#objects };
      }),
    };
  }
}

/**
 * The strings of one place. Ids are told apart from other text only while all of it looks like names and
 * there is little of it: any other text takes the ids in.
 */
class TextInference {
  readonly #names = new Set<string>();
  readonly #tableNumbers = new Set<number>();
  #isGeneral = false;

  add(text: string): void {
    if (this.#isGeneral) return;
    const tableNumber = tableNumberOf(text);
    if (tableNumber !== undefined) this.#tableNumbers.add(tableNumber);
    else if (isIdentifier(text)) this.#names.add(text);
    else this.#generalise();
  }

  limit(alternatives: number): void {
    if (this.#names.size + this.#tableNumbers.size > alternatives) this.#generalise();
  }

  #generalise(): void {
    this.#isGeneral = true;
    this.#names.clear();
    this.#tableNumbers.clear();
  }

  kinds(tableName: TableName): { tables: string[]; hasPlain: boolean } {
    const tables: string[] = [];
    let hasPlain = this.#isGeneral || this.#names.size > 0;
    for (const tableNumber of [...this.#tableNumbers].sort((left, right) => left - right)) {
      const table = tableName(tableNumber);
      if (table === undefined) hasPlain = true;
      else tables.push(table);
    }
    return { tables, hasPlain };
  }
}

function tableNumberOf(text: string): number | undefined {
  // Ids have these lengths; anything else need not be decoded to be sure.
  if (text.length < 31 || text.length > 37) return undefined;
  try {
    return decodeDocumentId(text).tableNumber;
  } catch {
    return undefined;
  }
}

/**
 * The shape of documents with their system fields, by the rules of `json_schemas`; `never` when there are none.
 *
 * HTTP API: json_schemas
 */
export function inferShape(documents: Iterable<ConvexObject>, tableName: TableName): Shape {
  const inference = new ShapeInference();
  for (const document of documents) inference.add(document);
  return inference.shape(tableName);
}

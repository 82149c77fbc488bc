import type { Json, JsonObject } from "#values/json.ts";

/** Limits of one document. Sizes are in bytes as the deployment counts them, `_id` and `_creationTime` included. */
const documentLimits = { size: 1024 * 1024, fields: 1024, items: 8192, nesting: 16 };

const systemFields = 65;

/** The size of a record as the deployment will count it, and, when it breaks a limit, which, as a sentence. */
export function measureRecord(record: JsonObject): {
  readonly size: number;
  readonly problem: string | undefined;
} {
  const walk = new Measure();
  const size = walk.sizeOf(record, 1) + systemFields;
  if (walk.deepest > documentLimits.nesting)
    return {
      size,
      problem: `Nested ${walk.deepest} levels deep; at most ${documentLimits.nesting} are stored.`,
    };
  if (size > documentLimits.size)
    return { size, problem: `Larger than a document may be: ${mebibytes(size)} of at most 1 MiB.` };
  return { size, problem: walk.problem };
}

/** One walk over a record for all that is asked of it: every record of a file passes here twice. */
class Measure {
  deepest = 0;
  problem: string | undefined;

  /** As `convexSize` counts; a number takes 9 bytes, null and booleans one. */
  sizeOf(value: Json, level: number): number {
    switch (typeof value) {
      case "string":
        return this.#textSize(value) + 2;
      case "number":
      case "bigint":
        return 9;
      case "boolean":
        return 1;
      default:
        break;
    }
    if (value === null) return 1;
    if (level > this.deepest) this.deepest = level;
    return Array.isArray(value)
      ? this.#arraySize(value as readonly Json[], level)
      : this.#objectSize(value as JsonObject, level);
  }

  #arraySize(items: readonly Json[], level: number): number {
    if (items.length > documentLimits.items)
      this.problem ??= `An array has ${items.length.toLocaleString("en")} items; at most 8,192 are stored.`;
    let size = 2;
    for (const item of items) size += this.sizeOf(item, level + 1);
    return size;
  }

  #objectSize(object: JsonObject, level: number): number {
    let size = 2;
    let fields = 0;
    for (const name in object) {
      if (!Object.hasOwn(object, name)) continue;
      fields++;
      size += name.length + 1 + this.sizeOf(object[name]!, level + 1);
    }
    if (fields > documentLimits.fields)
      this.problem ??= `An object has ${fields.toLocaleString("en")} fields; at most 1,024 are stored.`;
    return size;
  }

  /** The length of a text in UTF-8, looking out for halves of characters, which JSON may spell but none may store. */
  #textSize(text: string): number {
    let length = text.length;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit < 0x80) continue;
      if (unit < 0x800) length += 1;
      else if (unit < 0xd800 || unit > 0xdfff) length += 2;
      else if (unit < 0xdc00 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) {
        length += 2;
        at++;
      } else {
        this.problem ??= "A text holds half a character (an unpaired surrogate).";
        length += 2;
      }
    }
    return length;
  }
}

// Two digits, because the records that matter most are just above the limit.
function mebibytes(bytes: number): string {
  return `${(Math.ceil((bytes / 1024 / 1024) * 100) / 100).toFixed(2)} MiB`;
}

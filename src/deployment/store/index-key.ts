import { type ConvexObject, type ConvexValue, isArray } from "#values/convex-value.ts";

/**
 * Index keys: bytes whose order is the order of Convex values (undefined, null, int64, float64, boolean, string, bytes,
 * array, object) and of which none is a prefix of another, so that a run of values is a run of keys.
 */
const tag = {
  end: 0,
  undefined: 1,
  null: 2,
  int64: 3,
  float64: 4,
  false: 5,
  true: 6,
  string: 7,
  bytes: 8,
  array: 9,
  object: 10,
} as const;

const encoder = new TextEncoder();
const scratch = new DataView(new ArrayBuffer(8));

/** Bytes that grow as they are written. */
export class KeyWriter {
  private bytes = new Uint8Array(64);
  private length = 0;

  finish(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  raw(bytes: Uint8Array): this {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
    return this;
  }

  value(value: ConvexValue | undefined): this {
    if (value === undefined) return this.byte(tag.undefined);
    if (value === null) return this.byte(tag.null);
    if (typeof value === "bigint") {
      // Flipping the sign bit makes two's complement sort as unsigned bytes.
      scratch.setBigUint64(0, BigInt.asUintN(64, value) ^ (1n << 63n));
      return this.byte(tag.int64).eight();
    }
    if (typeof value === "number") return this.byte(tag.float64).float(value);
    if (typeof value === "boolean") return this.byte(value ? tag.true : tag.false);
    if (typeof value === "string") return this.byte(tag.string).escaped(encoder.encode(value));
    if (value instanceof Uint8Array) return this.byte(tag.bytes).escaped(value);
    if (isArray(value)) {
      this.byte(tag.array);
      for (const item of value) this.value(item);
      return this.byte(tag.end);
    }
    return this.object(value);
  }

  private object(object: ConvexObject): this {
    this.byte(tag.object);
    for (const name of Object.keys(object).sort()) {
      const value = object[name];
      if (value !== undefined) this.value(name).value(value);
    }
    return this.byte(tag.end);
  }

  private float(value: number): this {
    scratch.setFloat64(0, value);
    const bits = scratch.getBigUint64(0);
    // Negative floats sort backwards by their bits, so all of those are flipped; of the others only the sign.
    scratch.setBigUint64(0, bits >> 63n === 1n ? ~bits & 0xffff_ffff_ffff_ffffn : bits | (1n << 63n));
    return this.eight();
  }

  private eight(): this {
    return this.raw(new Uint8Array(scratch.buffer));
  }

  /** Text ends with two zeros; a zero inside becomes zero, one. */
  private escaped(bytes: Uint8Array): this {
    let from = 0;
    for (let zero = bytes.indexOf(0); zero !== -1; zero = bytes.indexOf(0, from)) {
      this.raw(bytes.subarray(from, zero + 1)).byte(1);
      from = zero + 1;
    }
    return this.raw(bytes.subarray(from)).byte(0).byte(0);
  }

  private byte(byte: number): this {
    this.reserve(1);
    this.bytes[this.length++] = byte;
    return this;
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    grown.set(this.bytes);
    this.bytes = grown;
  }
}

/** The first key behind all keys that start with this prefix, or null when there is none. */
export function keyAfter(prefix: Uint8Array): Uint8Array | null {
  for (let last = prefix.length - 1; last >= 0; last--) {
    const byte = prefix[last];
    if (byte === undefined || byte === 0xff) continue;
    const after = prefix.slice(0, last + 1);
    after[last] = byte + 1;
    return after;
  }
  return null;
}

export function compareKeys(a: Uint8Array, b: Uint8Array): number {
  const common = Math.min(a.length, b.length);
  for (let at = 0; at < common; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

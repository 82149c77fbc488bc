/** Where the deployment gets its randomness: ids, tablets, request ids. A seed makes them the same in every run. */
export interface Random {
  bytes(count: number): Uint8Array;
}

export const systemRandom: Random = { bytes: pooledBytes() };

/** Asks the system for more than one id at a time: each asking costs more than an id's bytes. */
function pooledBytes(): Random["bytes"] {
  const pool = new Uint8Array(4096);
  let used = pool.length;
  return (count) => {
    if (count > pool.length) return crypto.getRandomValues(new Uint8Array(count));
    if (used + count > pool.length) {
      crypto.getRandomValues(pool);
      used = 0;
    }
    const bytes = pool.slice(used, used + count);
    used += count;
    return bytes;
  };
}

/** xoshiro128**, seeded through splitmix32: quick, even, and not for secrets. */
export function seededRandom(seed: number): Random & { fraction(): number } {
  const state = new Uint32Array(4);
  let mix = seed >>> 0;
  for (let at = 0; at < 4; at++) {
    mix = (mix + 0x9e3779b9) >>> 0;
    let word = mix;
    word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    state[at] = word ^ (word >>> 15);
  }
  const next = (): number => {
    const [a = 0, b = 0, c = 0, d = 0] = state;
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    state.set([a ^ d ^ b, b ^ c ^ a, c ^ a ^ (b << 9), rotate(d ^ b, 11)]);
    return result;
  };
  return {
    bytes: (count) => Uint8Array.from({ length: count }, () => next() >>> 24),
    fraction: () => next() / 0x1_0000_0000,
  };
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

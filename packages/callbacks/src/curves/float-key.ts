/** Float32 numbers as whole numbers of the same order, and back. */
const SIGN = 0x80000000;

/** Turns the bits of float32 numbers, in place, into whole numbers of the same order. */
export function floatsToKeys(floats: Float32Array): Uint32Array {
  const keys = new Uint32Array(floats.buffer, floats.byteOffset, floats.length);
  for (let i = 0; i < keys.length; i++) {
    const bits = keys[i] as number;
    keys[i] = bits & SIGN ? ~bits : bits | SIGN;
  }
  return keys;
}

/** Undoes `floatsToKeys`, in place. */
export function keysToFloats(keys: Uint32Array): Float32Array {
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    keys[i] = key & SIGN ? key & ~SIGN : ~key;
  }
  return new Float32Array(keys.buffer, keys.byteOffset, keys.length);
}

/** The keys of the lowest and the highest finite float32 number: the infinities lie outside of them. */
const LOWEST = 0x00800000;
const HIGHEST = 0xff7fffff;

/**
 * Sets the last bits of keys to 0, in place, which makes neighbouring numbers equal. Infinities stay infinite, and no
 * finite number becomes infinite.
 */
export function dropBits(keys: Uint32Array, bits: number): void {
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    if (key >= LOWEST && key <= HIGHEST) {
      keys[i] = Math.max(LOWEST, ((key >>> bits) << bits) >>> 0);
    }
  }
}

/** Float32 numbers as whole numbers of the same order, and back. */
const SIGN = 0x80000000;

/** Turns the bits of float32 numbers, in place, into whole numbers that stand in the numbers' order. */
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

/** Of the lowest finite float32 number, and of the highest: the infinities stand outside of them. */
const LOWEST = 0x00800000;
const HIGHEST = 0xff7fffff;

/**
 * Sets the last bits of keys to 0, in place, which makes numbers that are neighbours equal. What is infinite stays so, and
 * nothing else becomes it.
 */
export function dropBits(keys: Uint32Array, bits: number): void {
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    if (key >= LOWEST && key <= HIGHEST) {
      keys[i] = Math.max(LOWEST, ((key >>> bits) << bits) >>> 0);
    }
  }
}

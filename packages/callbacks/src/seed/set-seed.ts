import { describeReceived } from "../text/describe-received.ts";
import { randomNumbers } from "./random-numbers.ts";

const key = Symbol.for("epochal.seed");

/**
 * Makes what TensorFlow.js draws by chance in this program the same every time: initial weights, dropout, the order of samples.
 *
 * TensorFlow.js takes all of it from `Math.random()`, unless a layer has a seed of its own: so `Math.random()` gives numbers
 * that `seed` decides from now on, by Mulberry32. Call it before the model is made. It holds for this thread, and for other
 * code that uses `Math.random()`, too; `crypto` stays random.
 *
 * Then two runs on one machine and backend are equal as far as the backend is: cpu and wasm without threads to the last bit;
 * native and WebGL add up in an order that may change. The card of a run says the seed.
 *
 * As `keras.utils.set_random_seed` of Keras 3.16.
 *
 * @param seed a whole number
 * @throws RangeError when the seed is no whole number
 * @example
 * ```ts
 * setSeed(7);
 * const first = Math.random();
 * setSeed(7);
 * Math.random() === first; // true
 * ```
 */
export function setSeed(seed: number): void {
  if (!Number.isSafeInteger(seed)) {
    throw new RangeError(
      `setSeed: seed must be a whole number. Received: ${describeReceived(seed)}`,
    );
  }
  (globalThis as Record<symbol, unknown>)[key] = seed;
  Math.random = randomNumbers(seed ^ Math.floor(seed / 2 ** 32));
}

/** What `setSeed()` was given last, by any copy of this package. */
export function givenSeed(): number | undefined {
  return (globalThis as Record<symbol, unknown>)[key] as number | undefined;
}

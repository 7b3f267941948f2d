import Module, { createRequire } from "node:module";

const key = Symbol.for("epochal.tensorflow");

interface Loaded {
  readonly _cache: Readonly<Record<string, { readonly exports: unknown } | undefined>>;
}

/**
 * Keeps the TensorFlow.js of the program where what records finds it: in the published command there is none of its own, because a
 * program needs no second copy.
 *
 * @param copy its layers, perhaps with all the rest
 */
export function shareTensorFlow(copy: object): void {
  const shared = "Tensor" in copy ? copy : { ...coreOf(copy), ...copy };
  Object.defineProperty(globalThis, key, { value: shared, configurable: true });
}

/** The core that the layers are loaded with. */
function coreOf(layers: object): object {
  const { _cache: cache } = Module as unknown as Loaded;
  const file = Object.keys(cache).find((each) => cache[each]?.exports === layers);
  if (file === undefined) throw new Error("the core of TensorFlow.js is not found");
  return createRequire(file)("@tensorflow/tfjs-core") as object;
}

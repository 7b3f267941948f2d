import * as tf from "@tensorflow/tfjs";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";

/** WebGL where there is a graphics card, else WebAssembly, else plain JavaScript. @returns the backend's name */
export async function chooseBackend(wasmFolder: string, wanted?: string): Promise<string> {
  setWasmPaths(wasmFolder);
  const names = wanted === undefined ? ["webgl", "wasm", "cpu"] : [wanted];
  for (const name of names) {
    try {
      if (await tf.setBackend(name)) return name;
    } catch {
      // This browser has none.
    }
  }
  throw new Error(`none of the backends ${names.join(", ")} starts here`);
}

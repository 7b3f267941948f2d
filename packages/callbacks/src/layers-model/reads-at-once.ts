import { getBackend } from "@tensorflow/tfjs";

/** The backends whose tensors are in the program's own memory, or next to it. */
const near = new Set(["cpu", "wasm", "tensorflow"]);

/** Whether a tensor of the current backend is read without stopping a device at its work. */
export function readsAtOnce(): boolean {
  return near.has(getBackend());
}

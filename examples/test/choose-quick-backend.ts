import { whole } from "@epochal/testing/full";
import * as tf from "@tensorflow/tfjs";
import { setThreadsCount } from "@tensorflow/tfjs-backend-wasm";

/** WebAssembly, which gives the figures of plain JavaScript in less than half the time. `npm run test:full` takes plain JavaScript. */
export async function chooseQuickBackend(): Promise<void> {
  setThreadsCount(1);
  await tf.setBackend(whole(10) === 10 ? "cpu" : "wasm");
}

import util from "node:util";
import * as tf from "@tensorflow/tfjs";

export interface ChosenBackend {
  /** As TensorFlow.js calls it: `tensorflow` is the native one. */
  readonly name: "tensorflow" | "wasm" | "cpu";
  /** Which and why, for a person. */
  readonly because: string;
}

/** Why the native backend is not there; `undefined` where it is. */
async function loadNative(): Promise<string | undefined> {
  if (process.env.EPOCHAL_NATIVE === "skip") return "EPOCHAL_NATIVE=skip";
  // tfjs-node 4.22 asks for two functions that Node 23 has dropped.
  Object.assign(util, {
    isNullOrUndefined: (value: unknown) => value === null || value === undefined,
    isArray: Array.isArray,
  });
  process.env.TF_CPP_MIN_LOG_LEVEL ??= "1";
  try {
    await import("@tensorflow/tfjs-node");
    if (await tf.setBackend("tensorflow")) return undefined;
  } catch {
    // What it throws is a page about node-gyp.
  }
  return "native TensorFlow does not load; to build it: npx --yes pnpm@12.21.0 exec node scripts/native-backend.ts";
}

async function loadWasm(): Promise<boolean> {
  try {
    const { setThreadsCount } = await import("@tensorflow/tfjs-backend-wasm");
    setThreadsCount(1); // more threads do not pay for models this small
    return await tf.setBackend("wasm");
  } catch {
    return false;
  }
}

/**
 * Takes the native backend where it loads, else WebAssembly, else plain JavaScript.
 *
 * With `EPOCHAL_NATIVE=skip` it does not try the native one.
 */
export async function chooseBackend(): Promise<ChosenBackend> {
  const reason = await loadNative();
  if (reason === undefined) return { name: "tensorflow", because: "native TensorFlow" };
  if (await loadWasm()) return { name: "wasm", because: `WebAssembly (${reason})` };
  await tf.setBackend("cpu");
  return { name: "cpu", because: `plain JavaScript, slow (${reason})` };
}

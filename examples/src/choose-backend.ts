import util from "node:util";
import * as tf from "@tensorflow/tfjs";

export interface ChosenBackend {
  /** As TensorFlow.js calls it: `tensorflow` is the native one. */
  readonly name: "tensorflow" | "wasm" | "cpu";
  /** Which and why, for a person. */
  readonly because: string;
}

async function useNative(): Promise<boolean> {
  if (process.env.EPOCHAL_NATIVE === "skip") return false;
  // tfjs-node 4.22 asks for two functions that Node 23 has dropped.
  Object.assign(util, {
    isNullOrUndefined: (value: unknown) => value === null || value === undefined,
    isArray: Array.isArray,
  });
  process.env.TF_CPP_MIN_LOG_LEVEL ??= "1";
  try {
    await import("@tensorflow/tfjs-node");
    return await tf.setBackend("tensorflow");
  } catch {
    return false;
  }
}

async function useWasm(): Promise<boolean> {
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
  if (await useNative()) return { name: "tensorflow", because: "native TensorFlow" };
  const hint = "for native TensorFlow: npx --yes pnpm@12.21.0 exec node scripts/native-backend.ts";
  if (await useWasm()) return { name: "wasm", because: `WebAssembly (${hint})` };
  await tf.setBackend("cpu");
  return { name: "cpu", because: `plain JavaScript, slow (${hint})` };
}

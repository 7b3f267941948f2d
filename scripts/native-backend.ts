// Makes @tensorflow/tfjs-node load where its own download fails: Linux x64, with g++ and Python's pip.
import { createRequire } from "node:module";
import path from "node:path";
import { compileAddon } from "./native-backend/compile-addon.ts";
import { obtainTensorflow } from "./native-backend/obtain-tensorflow.ts";
import { tryNativeBackend } from "./native-backend/try-native-backend.ts";
import { root } from "./run-command.ts";

export interface NativeBackend {
  readonly ready: boolean;
  /** What loads, or why nothing does. */
  readonly detail: string;
}

const examples = path.join(root, "examples");

/** The folder of the installed package, or `undefined`. */
function findPackage(): string | undefined {
  try {
    const resolve = createRequire(path.join(examples, "package.json")).resolve;
    return path.dirname(resolve("@tensorflow/tfjs-node/package.json"));
  } catch {
    return undefined;
  }
}

async function build(): Promise<NativeBackend> {
  if (process.env.EPOCHAL_NATIVE === "skip") return { ready: false, detail: "EPOCHAL_NATIVE=skip" };
  const folder = findPackage();
  if (folder === undefined)
    return { ready: false, detail: "@tensorflow/tfjs-node is not installed" };
  const before = await tryNativeBackend(folder);
  if (before.ready) return before;
  if (process.platform !== "linux" || process.arch !== "x64")
    return {
      ready: false,
      detail: `it is built here for Linux x64 only, this is ${process.platform} ${process.arch}`,
    };
  console.log("native backend: building it, the first time with a download of 200 MB");
  await compileAddon({ folder, tensorflow: await obtainTensorflow() });
  return tryNativeBackend(folder);
}

/**
 * Sees to it that `@tensorflow/tfjs-node` loads in `examples`, prints one line about it, and never throws.
 *
 * Takes about a second where it loads already, seconds where TensorFlow is in the cache, and else a download of 200 MB. With
 * `EPOCHAL_NATIVE=skip` it does nothing.
 */
export async function ensureNativeBackend(): Promise<NativeBackend> {
  const result = await build().catch((error: unknown) => ({
    ready: false,
    detail: error instanceof Error ? error.message : String(error),
  }));
  console.log(`native backend: ${result.ready ? "ready" : "skipped"}: ${result.detail}`);
  return result;
}

if (import.meta.main) await ensureNativeBackend();

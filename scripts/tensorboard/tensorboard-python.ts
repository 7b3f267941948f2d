import path from "node:path";
import { cacheFolder } from "../cache-folder.ts";

/** The version the event files are read with. It needs no TensorFlow. */
export const TENSORBOARD = "2.21.0";

/** A virtual environment of Python, with TensorBoard only. */
export const environment: string = path.join(cacheFolder, `tensorboard-${TENSORBOARD}`);

/** The Python of an environment. */
export function pythonOf(folder: string): string {
  return path.join(folder, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
}

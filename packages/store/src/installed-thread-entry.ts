import { existsSync } from "node:fs";
import path from "node:path";

/**
 * The file that a thread starts with, in the package as it is installed for the working directory. A bundle of a program,
 * as webpack and esbuild make it, has the store's code but not this file beside it.
 *
 * @param room the folder of `src/` that it stands in
 */
export function installedThreadEntry(room: "local" | "signals"): string | undefined {
  try {
    // Asked of the process, because a bundler would look for files behind `require()`.
    const { createRequire } = process.getBuiltinModule("node:module");
    const index = createRequire(path.join(process.cwd(), "package.json")).resolve("@epochal/store");
    const entry = path.join(path.dirname(index), room, "thread-entry.js");
    return existsSync(entry) ? entry : undefined;
  } catch {
    return undefined;
  }
}

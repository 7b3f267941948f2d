import { existsSync } from "node:fs";
import path from "node:path";
import { workingFolder } from "./location/working-folder.ts";

/** A file that a thread or a process starts with, by its path in `src/` and `dist/`. */
type Entry =
  | "local/thread-entry.js"
  | "local/postgres-thread-entry.js"
  | "postgres/connection/io-thread-entry.js"
  | "reading/reading-thread-entry.js"
  | "remote/thread-entry.js"
  | "signals/thread-entry.js"
  | "sql/process-entry.js";

/**
 * The file that a thread or a process starts with, in the package as it is installed for this code or for the working directory. A bundle
 * of a program, as webpack and esbuild make it, has the store's code but not this file beside it.
 */
export function installedEntry(file: Entry): string | undefined {
  for (const from of [import.meta.url, path.join(workingFolder(), "package.json")]) {
    try {
      // Asked of the process, because a bundler would look for files behind `require()`.
      const { createRequire } = process.getBuiltinModule("node:module");
      const index = createRequire(from).resolve("@epochal/store");
      const entry = path.join(path.dirname(index), file);
      if (existsSync(entry)) return entry;
    } catch {
      // It is not installed there.
    }
  }
  return undefined;
}

/** The same where there is no such file beside the code that asks for it. */
export function entryElsewhere(file: Entry, beside: () => URL): string | undefined {
  try {
    if (existsSync(beside())) return undefined;
  } catch {
    // A bundle in CommonJS does not know where it is.
  }
  return installedEntry(file);
}

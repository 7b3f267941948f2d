import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { FoldingThreadData } from "../ingest/folding-message.ts";
import { installedEntry } from "../installed-entry.ts";

/** Starts the thread that folds journals into a database of a PostgreSQL server. */
export function startPostgresThread(workerData: FoldingThreadData): Worker {
  const options = { workerData, transferList: [workerData.requests], execArgv: [] };
  const installed = isBeside() ? undefined : installedEntry("local/postgres-thread-entry.js");
  if (installed !== undefined) return new Worker(installed, options);
  // A bundler makes a file of the thread where it sees `new Worker(new URL())`.
  return new Worker(new URL("./postgres-thread-entry.js", import.meta.url), options);
}

function isBeside(): boolean {
  try {
    return existsSync(new URL("./postgres-thread-entry.js", import.meta.url));
  } catch {
    // A bundle in CommonJS does not know where it is.
    return false;
  }
}

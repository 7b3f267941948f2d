import { Worker } from "node:worker_threads";
import type { FoldingThreadData } from "../ingest/folding-message.ts";

/**
 * Starts the thread that folds journals into an SQLite file.
 *
 * @param entry the file that it starts with, where the one beside this file is not in a bundle
 */
export function startFoldingThread(workerData: FoldingThreadData, entry?: string): Worker {
  const options = { workerData, transferList: [workerData.requests], execArgv: [] };
  // A bundler makes a file of the thread where it sees `new Worker(new URL())`.
  const worker =
    entry === undefined
      ? new Worker(new URL("./thread-entry.js", import.meta.url), options)
      : new Worker(entry, options);
  return worker;
}

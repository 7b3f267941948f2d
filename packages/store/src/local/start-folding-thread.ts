import { Worker, type WorkerOptions } from "node:worker_threads";

/**
 * Starts the thread that folds journals into an SQLite file.
 *
 * @param entry the file that it starts with, where the one beside this file is not in a bundle
 */
export function startFoldingThread(options: WorkerOptions, entry?: string): Worker {
  return entry === undefined
    ? new Worker(new URL("./thread-entry.js", import.meta.url), options)
    : new Worker(entry, options);
}

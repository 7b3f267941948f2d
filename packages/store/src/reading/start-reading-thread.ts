import { Worker } from "node:worker_threads";
import { entryElsewhere } from "../installed-entry.ts";
import type { ReadingThreadData } from "./reading-message.ts";

/** Starts a thread that asks a PostgreSQL server. */
export function startReadingThread(workerData: ReadingThreadData): Worker {
  const options = { workerData, execArgv: [] };
  const beside = () => new URL("./reading-thread-entry.js", import.meta.url);
  const installed = entryElsewhere("reading/reading-thread-entry.js", beside);
  if (installed !== undefined) return new Worker(installed, options);
  // A bundler makes a file of the thread where it sees `new Worker(new URL())`.
  return new Worker(new URL("./reading-thread-entry.js", import.meta.url), options);
}

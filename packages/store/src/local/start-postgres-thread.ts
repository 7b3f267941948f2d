import { Worker } from "node:worker_threads";
import type { FoldingThreadData } from "../ingest/folding-message.ts";
import { entryElsewhere } from "../installed-entry.ts";

/** Starts the thread that folds journals into a database of a PostgreSQL server. */
export function startPostgresThread(workerData: FoldingThreadData): Worker {
  const options = { workerData, transferList: [workerData.requests], execArgv: [] };
  const beside = () => new URL("./postgres-thread-entry.js", import.meta.url);
  const installed = entryElsewhere("local/postgres-thread-entry.js", beside);
  if (installed !== undefined) return new Worker(installed, options);
  // A bundler makes a file of the thread where it sees `new Worker(new URL())`.
  return new Worker(new URL("./postgres-thread-entry.js", import.meta.url), options);
}

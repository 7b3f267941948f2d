import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
} from "node:worker_threads";
import { entryElsewhere } from "../../installed-entry.ts";
import type { IoAnswer, IoRequest, IoThreadData } from "./io-message.ts";
import { PostgresError } from "./postgres-error.ts";

export interface SyncConnectionArgs {
  readonly url: string;
  /** Asked first whenever it connects. */
  readonly setUp: string;
  readonly connectMs: number;
}

/** An answer with its cells in rows. */
export interface IoRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  readonly changes: number;
}

/**
 * A connection to a PostgreSQL server that answers while the caller waits, as SQLite does: a thread of its own talks to the server.
 * It connects when it is first asked something, and again where the connection was lost.
 */
export class SyncConnection {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #answered: Int32Array;

  constructor({ url, setUp, connectMs }: SyncConnectionArgs) {
    const { port1, port2 } = new MessageChannel();
    const answered = new SharedArrayBuffer(4);
    this.#answered = new Int32Array(answered);
    this.#port = port1;
    const workerData: IoThreadData = { url, setUp, connectMs, port: port2, answered };
    this.#worker = startThread(workerData);
    this.#worker.on("error", () => {});
    this.#worker.unref();
    port1.unref();
  }

  /** @throws PostgresError */
  ask(request: IoRequest): IoRows {
    const before = Atomics.load(this.#answered, 0);
    this.#port.postMessage(request);
    // What wakes it may still be the answer before, which it had without sleeping.
    while (Atomics.load(this.#answered, 0) === before) Atomics.wait(this.#answered, 0, before);
    const received = receiveMessageOnPort(this.#port) as { message: IoAnswer } | undefined;
    if (received === undefined)
      throw new PostgresError("the thread that talks to the server has failed", "08000");
    if ("fault" in received.message) {
      const { message, code } = received.message.fault;
      throw new PostgresError(message, code);
    }
    const { columns, cells, changes } = received.message;
    const rows: unknown[][] = [];
    for (let at = 0; at < cells.length; at += columns.length) {
      rows.push(cells.slice(at, at + columns.length));
    }
    return { columns, rows, changes };
  }

  close(): void {
    this.#port.close();
  }
}

/** A bundler makes a file of the thread where it sees `new Worker(new URL())`; other bundles find it where the package is installed. */
function startThread(workerData: IoThreadData): Worker {
  const options = { workerData, transferList: [workerData.port], execArgv: [] };
  const beside = () => new URL("./io-thread-entry.js", import.meta.url);
  const installed = entryElsewhere("postgres/connection/io-thread-entry.js", beside);
  if (installed !== undefined) return new Worker(installed, options);
  return new Worker(new URL("./io-thread-entry.js", import.meta.url), options);
}

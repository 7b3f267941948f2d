import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import { StoreError } from "../store-error.ts";
import type { ReadingReply, ReadingRequest, ReadingThreadData } from "./reading-message.ts";
import { fromFault } from "./sent-fault.ts";
import { startReadingThread } from "./start-reading-thread.ts";

/** How long an answer may take. After that the thread and its connection are given up. */
const longestMs = 60_000;
/** How long a thread may take to end. */
const endMs = 1_000;

interface Waiting {
  readonly resolve: (reply: Exclude<ReadingReply, { fault: unknown }>) => void;
  readonly reject: (error: Error) => void;
}

/** The asking side of a thread that asks a server, one question at a time. It starts with the first one, and anew where it was lost. */
export class ReadingThread {
  readonly #data: ReadingThreadData;
  #worker: Worker | undefined;
  #waiting: Waiting | undefined;

  constructor(data: ReadingThreadData) {
    this.#data = data;
  }

  /** @throws what the query throws, StoreError `store_busy` where there is no answer */
  async ask(question: Exclude<ReadingRequest, "close">) {
    this.#worker ??= this.#start();
    const worker = this.#worker;
    let late: NodeJS.Timeout | undefined;
    // The thread keeps no process alive, but an answer that is waited for does.
    worker.ref();
    try {
      return await new Promise<Parameters<Waiting["resolve"]>[0]>((resolve, reject) => {
        this.#waiting = { resolve, reject };
        const reason = `it has not answered for ${longestMs / 1_000} s`;
        late = setTimeout(() => this.#lose(worker, reason), longestMs);
        worker.postMessage(question satisfies ReadingRequest);
      });
    } finally {
      clearTimeout(late);
      this.#waiting = undefined;
      worker.unref();
    }
  }

  /** Ends it, even while somebody waits for an answer. */
  async end(): Promise<void> {
    const worker = this.#worker;
    if (worker === undefined) return;
    if (this.#waiting !== undefined) return this.#lose(worker, "the store is closed");
    worker.ref();
    worker.postMessage("close" satisfies ReadingRequest);
    const late = setTimeout(() => void worker.terminate(), endMs);
    await once(worker, "exit");
    clearTimeout(late);
  }

  #start(): Worker {
    const worker = startReadingThread(this.#data);
    worker.on("message", (reply: ReadingReply) => {
      if ("fault" in reply) this.#waiting?.reject(fromFault(reply.fault));
      else this.#waiting?.resolve(reply);
    });
    worker.on("error", ({ message }) => void this.#lose(worker, message));
    worker.on("exit", () => void this.#lose(worker, "the thread that asks it has ended"));
    return worker;
  }

  async #lose(worker: Worker, reason: string): Promise<void> {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    const { name } = this.#data;
    this.#waiting?.reject(new StoreError("store_busy", `${name} cannot be asked: ${reason}.`));
    await worker.terminate();
  }
}

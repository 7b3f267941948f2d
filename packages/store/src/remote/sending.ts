import path from "node:path";
import { Worker } from "node:worker_threads";
import type { RunRequest } from "@epochal/record";
import { entryElsewhere } from "../installed-entry.ts";
import type { Problems } from "../problems.ts";
import { HandedRequests } from "../recording/handed-requests.ts";
import { StoreError } from "../store-error.ts";
import type { SendingMessage, SendingRequest, SendingThreadData } from "./sending-message.ts";

/** The training thread's side of the thread that sends. */
export class Sending {
  readonly #data: Omit<SendingThreadData, "requests">;
  readonly #problems: Problems;
  readonly #waiting = new Map<number, () => void>();
  readonly #requests: HandedRequests;
  #worker: Worker | undefined;
  #asked = 0;

  constructor(data: Omit<SendingThreadData, "requests">, problems: Problems) {
    this.#data = data;
    this.#requests = new HandedRequests(path.join(data.folder, "checkpoints"));
    this.#problems = problems;
  }

  /** Starts the thread, once. */
  start(): void {
    if (this.#worker !== undefined) return;
    const worker = startThread({ ...this.#data, requests: this.#requests.open() });
    worker.on("message", (message: SendingMessage) => this.#hear(message));
    worker.on("error", (error) =>
      this.#problems.report("thread", `The sending thread has failed: ${error.message}`, error),
    );
    worker.on("exit", () => {
      if (this.#worker === worker) this.#worker = undefined;
      for (const done of this.#waiting.values()) done();
    });
    worker.unref();
    this.#worker = worker;
  }

  /** The requests to a run, each once. */
  takeRequests(run: string): readonly RunRequest[] {
    return this.#requests.take(run);
  }

  /** Nobody will write to a journal any more. */
  end(journal: string): void {
    this.#worker?.postMessage({ want: "ended", journal } satisfies SendingRequest);
  }

  /**
   * Gives the thread a task and waits for it, but not longer than `timeoutMs`.
   *
   * @throws StoreError `store_busy`
   */
  async request(want: "send" | "close", timeoutMs: number): Promise<void> {
    const worker = this.#worker;
    if (worker === undefined) return;
    const id = ++this.#asked;
    let timer: NodeJS.Timeout | undefined;
    worker.ref();
    try {
      await new Promise<void>((resolve, reject) => {
        this.#waiting.set(id, resolve);
        timer = setTimeout(() => reject(this.#late(timeoutMs)), timeoutMs);
        worker.postMessage({ id, want } satisfies SendingRequest);
      });
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(id);
      if (this.#waiting.size === 0) worker.unref();
    }
  }

  /** Ends the thread, even if it is not done. */
  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#requests.close();
    await worker?.terminate();
  }

  #hear(message: SendingMessage): void {
    if (message.type === "done") this.#waiting.get(message.id)?.();
    else if (message.type === "over") this.#problems.isOver(message.kind);
    else this.#problems.report(message.kind, message.message);
  }

  #late(timeoutMs: number): StoreError {
    const { target, folder } = this.#data;
    return new StoreError(
      "store_busy",
      `${target.url} has not taken in all that was logged within ${timeoutMs / 1000} s. The rest is safe in ${folder}: it is sent later, or by "epochal sync".`,
    );
  }
}

function startThread(workerData: SendingThreadData): Worker {
  const options = { workerData, transferList: [workerData.requests], execArgv: [] };
  const beside = () => new URL("./thread-entry.js", import.meta.url);
  const installed = entryElsewhere("remote/thread-entry.js", beside);
  if (installed !== undefined) return new Worker(installed, options);
  // A bundler makes a file of the thread where it sees `new Worker(new URL())`.
  return new Worker(new URL("./thread-entry.js", import.meta.url), options);
}

import { parentPort, workerData } from "node:worker_threads";
import { type FoundRequest, Pauses } from "@epochal/record";
import { Problems } from "../problems.ts";
import { SendOutbox } from "./send-outbox.ts";
import type { SendingMessage, SendingRequest, SendingThreadData } from "./sending-message.ts";

/** Lines are gathered for so long. */
const gatherMs = 300;

/** The thread that sends journals to a dashboard, so that training waits for no network. It ends when it is told to. */
export function sendForever(): void {
  if (parentPort === null) throw new Error("sendForever: must run in a worker thread.");
  const port = parentPort;
  const thread = new SendingThread(workerData as SendingThreadData, (message) =>
    port.postMessage(message),
  );
  port.on("message", (request: SendingRequest) => thread.take(request));
  void thread.run().then(() => port.close());
}

class SendingThread {
  readonly #data: SendingThreadData;
  readonly #say: (message: SendingMessage) => void;
  readonly #outbox: SendOutbox;
  readonly #pauses = new Pauses();
  /** The tasks that the next turn does. */
  #tasks: Extract<SendingRequest, { id: number }>[] = [];
  #wake: () => void = () => {};

  constructor(data: SendingThreadData, say: (message: SendingMessage) => void) {
    this.#data = data;
    this.#say = say;
    const problems = new Problems(({ message }) =>
      say({ type: "problem", kind: message, message }),
    );
    const onRequest = (request: FoundRequest) => data.requests.postMessage(request);
    this.#outbox = new SendOutbox({ ...data, problems, onRequest });
  }

  take(request: SendingRequest): void {
    if (request.want === "ended") this.#outbox.close(request.journal);
    else this.#tasks.push(request);
    this.#wake();
  }

  async run(): Promise<void> {
    for (let isClosed = false; !isClosed; ) {
      const tasks = this.#tasks;
      const pauseMs = await this.#turn();
      const isSent = pauseMs === gatherMs;
      isClosed = tasks.some(({ want }) => want === "close");
      // Who closes does not wait for a dashboard that does not answer; who wants it sent waits until it does.
      if (isSent || isClosed) {
        this.#tasks = this.#tasks.filter((task) => !tasks.includes(task));
        for (const { id } of tasks) this.#say({ type: "done", id });
      }
      if (!isClosed) await this.#sleep(pauseMs);
    }
  }

  /** @returns how long to wait now */
  async #turn(): Promise<number> {
    try {
      await this.#outbox.turn();
      this.#pauses.reset();
      this.#say({ type: "over", kind: "unreachable" });
      return gatherMs;
    } catch (error) {
      const { message } = error as Error;
      this.#say({
        type: "problem",
        kind: "unreachable",
        message: `${this.#data.target.url} does not take in what is logged: ${message.replace(/\.$/, "")}. Training goes on; the runs wait in ${this.#data.folder} and are sent later.`,
      });
      return this.#pauses.next(this.#outbox.pauseMs);
    }
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

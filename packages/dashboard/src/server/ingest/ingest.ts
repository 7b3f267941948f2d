import { Worker } from "node:worker_threads";
import type { Sent } from "@epochal/store/server";
import { DiskRoom } from "./disk-room.ts";
import type { IngestAnswer, IngestReply, IngestRequest } from "./ingest-message.ts";

/** So many bytes and bodies may wait at once; who sends more is told to come again. */
const MOST_BYTES = 64 * 2 ** 20;
const MOST_BODIES = 512;
const FAILED: IngestAnswer = { status: 503, body: { error: "The server failed to take this in." } };

/** The server's side of the thread that takes in what is sent. It starts with the first body. */
export class Ingest {
  readonly #location: string;
  readonly #room: DiskRoom;
  readonly #waiting = new Map<number, { bytes: number; answer: (answer: IngestAnswer) => void }>();
  #worker: Worker | undefined;
  #asked = 0;
  #bytes = 0;

  /**
   * @param location of the store
   * @param room on its disk
   */
  constructor(location: string, room: DiskRoom = new DiskRoom(location)) {
    this.#location = location;
    this.#room = room;
  }

  /** Whether its disk has room for more. */
  get hasRoom(): boolean {
    return this.#room.isEnough;
  }

  /** Whether so much waits that no more can. */
  get isFull(): boolean {
    return this.#bytes > MOST_BYTES || this.#waiting.size >= MOST_BODIES;
  }

  /** @param sent its body is the thread's from now on */
  take(sent: Sent, isCompressed: boolean): Promise<IngestAnswer> {
    const worker = this.#started();
    const id = ++this.#asked;
    const body = new Uint8Array(sent.body);
    this.#bytes += body.length;
    return new Promise((answer) => {
      this.#waiting.set(id, { bytes: body.length, answer });
      const request: IngestRequest = { id, sent: { ...sent, body }, isCompressed };
      worker.postMessage(request, [body.buffer]);
    });
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #started(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    const worker = new Worker(new URL("./ingest-thread-entry.js", import.meta.url), {
      workerData: { location: this.#location },
    });
    worker.on("message", ({ id, ...answer }: IngestReply) => this.#answer(id, answer));
    worker.on("error", () => {});
    worker.on("exit", () => this.#lose(worker));
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  #answer(id: number, answer: IngestAnswer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    this.#bytes -= waiting?.bytes ?? 0;
    waiting?.answer(answer);
  }

  #lose(worker: Worker): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const id of [...this.#waiting.keys()]) this.#answer(id, FAILED);
  }
}

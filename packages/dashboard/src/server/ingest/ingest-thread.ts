import { promisify } from "node:util";
import { parentPort, workerData } from "node:worker_threads";
import { gunzip } from "node:zlib";
import { type OpenedIntake, openIntake, SentError, sentLimits } from "@epochal/store/server";
import type { IngestAnswer, IngestReply, IngestRequest } from "./ingest-message.ts";

/** So many bodies wait for one sync at most. */
const MOST_AT_ONCE = 64;
const FAILED: IngestAnswer = { status: 503, body: { error: "The server failed to take this in." } };
const unzip = promisify(gunzip);

/** Takes in what the server hands over, so that no page waits for it: all that waits, then one sync of the disk, then the answers. */
export function takeForever(): void {
  if (parentPort === null) throw new Error("takeForever: must run in a worker thread.");
  const port = parentPort;
  const taker = new Taker((workerData as { readonly location: string }).location);
  const waiting: IngestRequest[] = [];
  let isTaking = false;
  const takeAll = async () => {
    if (isTaking) return;
    isTaking = true;
    while (waiting.length > 0) {
      const requests = waiting.splice(0, MOST_AT_ONCE);
      const answers = await taker.takeAll(requests);
      for (const [i, { id }] of requests.entries())
        port.postMessage({ id, ...(answers[i] ?? FAILED) } satisfies IngestReply);
    }
    isTaking = false;
  };
  port.on("message", (request: IngestRequest) => {
    waiting.push(request);
    // What has come at the same time is taken in together.
    setImmediate(() => void takeAll());
  });
}

class Taker {
  readonly #location: string;
  #opened: OpenedIntake | undefined;

  constructor(location: string) {
    this.#location = location;
  }

  async takeAll(requests: readonly IngestRequest[]): Promise<readonly IngestAnswer[]> {
    const answers: IngestAnswer[] = [];
    for (const request of requests) answers.push(await this.#take(request));
    if (!answers.some(({ status }) => status === 200)) return answers;
    try {
      // Where the last of them failed, it is opened anew: the log that is synced is the same.
      this.#opened ??= openIntake(this.#location);
      this.#opened.sync();
      return answers;
    } catch (error) {
      this.#leave();
      return answers.map((answer) => (answer.status === 200 ? failed(error) : answer));
    }
  }

  async #take({ sent, isCompressed }: IngestRequest): Promise<IngestAnswer> {
    try {
      const body = isCompressed ? await unpacked(sent.body) : sent.body;
      this.#opened ??= openIntake(this.#location);
      return { status: 200, body: await this.#opened.it.take({ ...sent, body }) };
    } catch (error) {
      const answer = failed(error);
      // Somebody may have replaced the file: it is opened anew.
      if (answer.status === 503) this.#leave();
      return answer;
    }
  }

  #leave(): void {
    this.#opened?.close();
    this.#opened = undefined;
  }
}

function failed(error: unknown): IngestAnswer {
  const status = error instanceof SentError ? error.status : 503;
  return { status, body: { error: (error as Error).message } };
}

async function unpacked(body: Uint8Array): Promise<Uint8Array> {
  try {
    return await unzip(body, { maxOutputLength: sentLimits.unpacked });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") {
      throw new SentError(413, `Unpacked, a body may have ${sentLimits.unpacked} bytes.`);
    }
    throw new SentError(400, "The body is not compressed with gzip.");
  }
}

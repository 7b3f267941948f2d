import { promisify } from "node:util";
import { parentPort, workerData } from "node:worker_threads";
import { gunzip } from "node:zlib";
import { type Intake, type Opened, openIntake, SentError, sentLimits } from "@epochal/store/server";
import type { IngestAnswer, IngestReply, IngestRequest } from "./ingest-message.ts";

const unzip = promisify(gunzip);

/** Takes in what the server hands over, one request after the other, so that no page waits for it. */
export function takeForever(): void {
  if (parentPort === null) throw new Error("takeForever: must run in a worker thread.");
  const port = parentPort;
  const taker = new Taker((workerData as { readonly location: string }).location);
  let before: Promise<void> = Promise.resolve();
  port.on("message", (request: IngestRequest) => {
    before = before.then(async () => {
      port.postMessage({ id: request.id, ...(await taker.take(request)) } satisfies IngestReply);
    });
  });
}

class Taker {
  readonly #location: string;
  #opened: Opened<Intake> | undefined;

  constructor(location: string) {
    this.#location = location;
  }

  async take({ sent, isCompressed }: IngestRequest): Promise<IngestAnswer> {
    try {
      const body = isCompressed ? await unpacked(sent.body) : sent.body;
      this.#opened ??= openIntake(this.#location);
      return { status: 200, body: await this.#opened.it.take({ ...sent, body }) };
    } catch (error) {
      const status = error instanceof SentError ? error.status : 503;
      // Somebody may have replaced the file: it is opened anew.
      if (status === 503) this.#leave();
      return { status, body: { error: (error as Error).message } };
    }
  }

  #leave(): void {
    this.#opened?.close();
    this.#opened = undefined;
  }
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

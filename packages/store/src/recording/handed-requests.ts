import path from "node:path";
import { MessageChannel, type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import type { FoundRequest, RunRequest } from "@epochal/record";

/** Requests that a thread hands over, read without waiting for the event loop, which may not turn while a model trains. */
export class HandedRequests {
  readonly #folder: string;
  readonly #wanted = new Map<string, RunRequest[]>();
  #port: MessagePort | undefined;

  /** @param folder in which a run that is asked to save has a folder of its own */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @returns what the thread posts each request to, once */
  open(): MessagePort {
    this.close();
    const { port1, port2 } = new MessageChannel();
    port1.unref();
    this.#port = port1;
    return port2;
  }

  /** The requests to a run, each once. */
  take(run: string): readonly RunRequest[] {
    while (this.#port !== undefined) {
      const received: { message: FoundRequest } | undefined = receiveMessageOnPort(this.#port);
      if (received === undefined) break;
      const { run: of, ...request } = received.message;
      const place = request.want === "save_weights" && { folder: path.join(this.#folder, of) };
      this.#wanted.set(of, [...(this.#wanted.get(of) ?? []), { ...request, ...place }]);
    }
    if (this.#wanted.size === 0) return [];
    const wanted = this.#wanted.get(run) ?? [];
    this.#wanted.delete(run);
    return wanted;
  }

  close(): void {
    this.#port?.close();
    this.#port = undefined;
  }
}

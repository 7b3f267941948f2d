import type { KeptChunk, Outbox } from "./outbox.ts";

/** Keeps nothing beyond the program: for a page that may keep nothing. Whoever gives it lines keeps them, too, until they are sent. */
export class MemoryOutbox implements Outbox {
  readonly isImmediate: boolean = false;
  readonly #reason: string;

  /** @param reason why there is no better one */
  constructor(reason: string) {
    this.#reason = reason;
  }

  async claim(): Promise<() => void> {
    return () => {};
  }

  keep(): Promise<void> {
    return Promise.reject(new Error(this.#reason));
  }

  async read(): Promise<KeptChunk | undefined> {
    return undefined;
  }

  async first(): Promise<undefined> {}

  async forget(): Promise<void> {}

  async remove(): Promise<void> {}

  checkpointsOf(): undefined {}

  async list(): Promise<readonly string[]> {
    return [];
  }
}

/**
 * Two words of memory that the training thread and the folding thread share, so that neither has to wait for the other's
 * event loop.
 */
export class SharedFlags {
  readonly memory: SharedArrayBuffer;
  readonly #words: Int32Array;

  constructor(memory: SharedArrayBuffer = new SharedArrayBuffer(8)) {
    this.memory = memory;
    this.#words = new Int32Array(memory);
  }

  /** The folding thread found the journal's file gone: what is written to it now is lost. */
  get journalGone(): boolean {
    return Atomics.load(this.#words, 0) === 1;
  }

  set journalGone(gone: boolean) {
    Atomics.store(this.#words, 0, gone ? 1 : 0);
  }

  /** The process is ending: the folding thread must let go of the database. */
  get ending(): boolean {
    return Atomics.load(this.#words, 1) === 1;
  }

  set ending(ending: boolean) {
    Atomics.store(this.#words, 1, ending ? 1 : 0);
  }
}

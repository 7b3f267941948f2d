import { util } from "@tensorflow/tfjs";

/** Where the time of an epoch goes. */
export class EpochClock {
  #begin = 0;
  #validation = 0;
  #validationBegin: number | undefined;
  #samples = 0;

  beginEpoch(): void {
    this.#begin = util.now();
    this.#validation = 0;
    this.#validationBegin = undefined;
    this.#samples = 0;
  }

  seeBatch(samples: number): void {
    this.#samples += samples;
  }

  beginValidation(): void {
    this.#validationBegin ??= util.now();
  }

  endValidation(): void {
    if (this.#validationBegin === undefined) return;
    this.#validation += util.now() - this.#validationBegin;
    this.#validationBegin = undefined;
  }

  /** Since the epoch began, in milliseconds. */
  get elapsed(): number {
    return util.now() - this.#begin;
  }

  /** The times to log for an epoch that has ended. */
  values(elapsed: number): Record<string, number> {
    const training = elapsed - this.#validation;
    return {
      epoch_seconds: elapsed / 1000,
      ...(this.#validation > 0 && { validation_seconds: this.#validation / 1000 }),
      ...(this.#samples > 0 &&
        training > 0 && { samples_per_second: (this.#samples * 1000) / training }),
    };
  }
}

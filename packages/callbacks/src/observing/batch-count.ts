import type { PartialEpochEvent } from "@epochal/record";
import { batchesPerEpoch } from "./batches-per-epoch.ts";

/** Counts the batches of an epoch, and knows whether it came to its end. */
export class BatchCount {
  #batches = 0;
  #of: number | undefined;
  #epoch = -1;
  #isOpen = false;

  begin(epoch: number, params: Parameters<typeof batchesPerEpoch>[0]): void {
    this.#epoch = epoch;
    this.#batches = 0;
    this.#isOpen = true;
    this.#of = batchesPerEpoch(params) ?? this.#of;
  }

  /** @param batch its number in the epoch, counted from 0 */
  see(batch: number): void {
    this.#batches = batch + 1;
  }

  /** What an epoch that has ended lacks; undefined where it is whole. */
  end(isValidated: boolean): PartialEpochEvent | undefined {
    this.#isOpen = false;
    const of = this.#of;
    if (of !== undefined && this.#batches < of) {
      return this.#partial(`stopped after ${this.#batches} of ${of} batches`);
    }
    // The next epoch is as long as this one.
    if (isValidated) this.#of = this.#batches;
    return isValidated ? undefined : this.#partial("it was not validated");
  }

  /** How far an epoch came that an error has cut off. */
  cutOff(): PartialEpochEvent | undefined {
    if (!this.#isOpen || this.#batches === 0) return undefined;
    this.#isOpen = false;
    const of = this.#of === undefined ? "" : ` of ${this.#of}`;
    return this.#partial(`cut off after ${this.#batches}${of} batches`);
  }

  #partial(reason: string): PartialEpochEvent {
    const of = this.#of;
    return {
      type: "partial_epoch",
      epoch: this.#epoch,
      batches: this.#batches,
      ...(of !== undefined && { of }),
      reason,
    };
  }
}

import type { RunCount } from "./run-count.ts";

/** The place of an epoch's values in a run. */
export interface RunPosition {
  readonly epoch: number;
  readonly step: number;
}

/** Where a fit stood in its run, safe for JSON, for a training that goes on in another process. */
export interface FitPlaceState {
  /** How many epochs the run is ahead of the fit. */
  readonly ahead: number;
  /** Batches the run has seen. */
  readonly batches: number;
}

/**
 * Where a fit stands in its run: which epoch of the run each epoch of the fit is, and which step each batch.
 *
 * A fit whose epochs the run has already is moved behind them; one whose `initialEpoch` goes on there keeps its own count. An
 * epoch is taken at its first use, so that two fits at once never get the same one.
 */
export class FitPlace {
  readonly #count: RunCount;
  readonly #positions = new Map<number, RunPosition>();
  #ahead = 0;
  /** How far the steps of epochs' values are ahead of the run's epochs. */
  #stepsAhead = 0;
  #last = -1;
  /** The last epoch whose values were written. */
  #written: number | undefined;
  #resumed: FitPlaceState | undefined;
  /** Batches of the fit that have their steps, and the step of the last one. */
  #batches = 0;
  #batchStep = 0;
  /** Batches of an epoch, where that is known before it ends. */
  batchesPerEpoch: number | undefined;

  constructor(count: RunCount) {
    this.#count = count;
  }

  /** Whether an epoch of it has begun. */
  get hasBegun(): boolean {
    return this.#positions.size > 0;
  }

  /** Continues where the same fit was before it was interrupted. */
  goOn(state: FitPlaceState): void {
    this.#resumed = state;
  }

  getState(): FitPlaceState {
    return { ahead: this.#ahead, batches: Math.max(this.#count.batches, this.#batchStep) };
  }

  /** The run's number for an epoch of the fit. */
  epoch(epoch: number): number {
    return this.#positionOf(epoch).epoch;
  }

  /** Where the values of an epoch are written to. */
  at(epoch: number): RunPosition {
    this.#written = epoch;
    return this.#positionOf(epoch);
  }

  #positionOf(epoch: number): RunPosition {
    return (
      this.#positions.get(epoch) ?? (epoch > this.#last ? this.#take(epoch) : this.#before(epoch))
    );
  }

  /**
   * The step of a batch.
   *
   * @param batch how many batches of the fit there were, this one included
   */
  batch(batch: number): number {
    if (batch > this.#batches) {
      this.#count.batches += batch - this.#batches;
      this.#batches = batch;
      this.#batchStep = this.#count.batches;
    }
    return this.#batchStep;
  }

  /** Called when an error ended the fit in this epoch. If no batch of it was trained, the next fit gets the epoch. */
  end(epoch: number, hasBatches: boolean): void {
    const position = this.#positions.get(epoch);
    if (position?.epoch !== this.#count.epochs - 1 || this.#written === epoch) return;
    if (hasBatches) this.#count.cutOff = position;
    else this.#giveBack(position);
  }

  #giveBack({ epoch, step }: RunPosition): void {
    this.#count.epochs = epoch;
    this.#count.steps = step;
  }

  #take(epoch: number): RunPosition {
    if (!this.hasBegun) this.#begin(epoch);
    const taken = Math.max(epoch + this.#ahead, this.#count.epochs);
    const step = Math.max(taken + this.#stepsAhead, this.#count.steps);
    const position = { epoch: taken, step };
    this.#positions.set(epoch, position);
    this.#last = epoch;
    this.#count.epochs = taken + 1;
    this.#count.steps = step + 1;
    return position;
  }

  #begin(epoch: number): void {
    const count = this.#count;
    count.update();
    const { ahead = 0, batches } = this.#resumed ?? {};
    if (batches !== undefined) {
      count.batches = Math.max(count.batches, batches);
      if (count.cutOff?.epoch === epoch + ahead) this.#giveBack(count.cutOff);
    }
    count.cutOff = undefined;
    this.#ahead = Math.max(ahead, count.epochs - epoch);
    if (count.batches === 0 && epoch > 0) {
      count.batches = count.batchesBefore(epoch + this.#ahead, this.batchesPerEpoch);
    }
    this.#stepsAhead = Math.max(0, count.steps - (epoch + this.#ahead));
  }

  /** An epoch of the same fit before it was interrupted. */
  #before(epoch: number): RunPosition {
    const at = epoch + this.#ahead;
    return { epoch: at, step: at + this.#stepsAhead };
  }
}

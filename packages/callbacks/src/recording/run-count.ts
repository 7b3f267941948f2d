import type { RunCard, RunWriter } from "@epochal/record";
import { FitPlace, type RunPosition } from "./fit-place.ts";

const key = Symbol.for("epochal.runCounts");

/**
 * How far a run has come: which of its epochs, steps and batches are taken, by any callback of any fit.
 *
 * There is one for each run. It is kept beside the run and not on it, because a run may be any object with three methods, also
 * a frozen one; and under a global symbol, because a program may hold this package twice. The run itself says in `logged` what
 * was logged by hand.
 */
export class RunCount {
  /** The first epoch, counted from 0, that nobody has taken. */
  epochs = 0;
  /** The first step of epochs' values that nobody has taken. */
  steps = 0;
  /** The last step of batches' values that somebody has taken: they count from 1. */
  batches = 0;
  /** How many fits have begun to train. */
  fits = 0;
  /** The cards of the earlier fits, and the weights they trained: compile() may give them a new model. */
  card: RunCard = {};
  readonly trained: WeakSet<object> = new WeakSet();
  /** The layers that were recorded last, as JSON. */
  graph: string | undefined;
  /** Which metrics were last said to be means over batches, as JSON. */
  means: string | undefined;
  /** The epoch that an error cut off last: only a training that goes on from a backup may have it again. */
  cutOff: RunPosition | undefined;
  readonly #run: RunWriter;
  readonly #places = new WeakMap<object, FitPlace>();
  #byHand: FitPlace | undefined;

  static of(run: RunWriter): RunCount {
    const shared = globalThis as { [key]?: WeakMap<RunWriter, RunCount> };
    shared[key] ??= new WeakMap();
    let count = shared[key].get(run);
    if (count === undefined) {
      count = new RunCount(run);
      shared[key].set(run, count);
    }
    return count;
  }

  constructor(run: RunWriter) {
    this.#run = run;
  }

  /** Goes on behind what the same run had before it was resumed, in this process. */
  goOnBehind({ epochs, steps, batches }: RunCount): void {
    this.epochs = Math.max(this.epochs, epochs);
    this.steps = Math.max(this.steps, steps);
    this.batches = Math.max(this.batches, batches);
  }

  /** A place for a fit of this model, which is about to train. */
  open(model: object): FitPlace {
    const place = new FitPlace(this);
    this.#places.set(model, place);
    return place;
  }

  /** The place of the fit of this model that is about to train. For callbacks that are called by hand nobody opens one. */
  join(model: object | null): FitPlace {
    const place = this.#places.get(model ?? this.#run);
    if (place !== undefined && !place.hasBegun) return place;
    // Not all callbacks need to know a model.
    if (this.#byHand === undefined || this.#byHand.hasBegun) this.#byHand = new FitPlace(this);
    this.#places.set(model ?? this.#run, this.#byHand);
    return this.#byHand;
  }

  /** The place of the fit of this model that trains. */
  placeOf(model: object): FitPlace | undefined {
    return this.#places.get(model);
  }

  /** Counts what was logged by hand as taken, as far as the run says. */
  update(): void {
    const { epochs, steps, batches } = this.#ask((run) => run.logged) ?? {};
    this.epochs = Math.max(this.epochs, whole(epochs));
    this.steps = Math.max(this.steps, whole(steps));
    this.batches = Math.max(this.batches, whole(batches));
  }

  /** Batches before an epoch that this process has not trained, as far as can be told. */
  batchesBefore(epoch: number, batchesPerEpoch = 0): number {
    const last = this.#ask((run) => run.lastBatchBefore?.(epoch));
    const step = whole(last?.step);
    if (step === 0) return epoch * batchesPerEpoch;
    // Not every batch may have been recorded.
    const { epoch: at = epoch } = last ?? {};
    return step + whole(Math.round((epoch - at) * batchesPerEpoch));
  }

  /** A run that cannot answer does not end training. */
  #ask<T>(question: (run: RunWriter) => T): T | undefined {
    try {
      return question(this.#run);
    } catch {
      return undefined;
    }
  }
}

function whole(value: unknown): number {
  return Number.isSafeInteger(value) && Number(value) > 0 ? Number(value) : 0;
}

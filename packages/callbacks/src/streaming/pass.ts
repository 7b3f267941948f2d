import type { Tensor } from "@tensorflow/tfjs";
import { scalarResult } from "../metrics/scalar-result.ts";
import type { BoundMetric } from "./bound-metric.ts";
import { RunningValue } from "./running-value.ts";

/** One sweep over data: the states of a model's metrics from the first batch to the last. */
export class Pass {
  readonly bound: readonly BoundMetric[];
  /** False where one batch is the whole pass, as in `trainOnBatch()`: its function then answers with the value itself. */
  accumulates: boolean;
  readonly #states: readonly BoundMetric["metric"][];
  readonly #running: readonly RunningValue[];

  constructor(bound: readonly BoundMetric[], accumulates: boolean) {
    this.bound = bound;
    this.accumulates = accumulates;
    this.#states = bound.map(({ metric }) => metric.clone());
    this.#running = this.#states.map((state) => new RunningValue(() => scalarResult(state)));
  }

  #reset(): void {
    this.#states.forEach((state, i) => {
      this.#guard(i, () => state.resetState());
      this.#running[i]?.begin();
    });
  }

  /** Adds a batch to metric `i` and returns what that batch's function is to answer. */
  update(i: number, yTrue: Tensor, yPred: Tensor): number {
    const state = this.#states[i];
    const running = this.#running[i];
    if (state === undefined || running === undefined) {
      throw new RangeError(`Pass: no metric ${i}. Received: one of ${this.#states.length}`);
    }
    return this.#guard(i, () => {
      const answer: unknown = state.updateState(yTrue, yPred);
      if (answer instanceof Promise) {
        answer.catch(() => {});
        throw new TypeError("updateState() must not be asynchronous. Received: a promise");
      }
      running.add(yPred.shape[0] ?? 1);
      // The first value also shows a result that is no number, before an epoch is spent on it.
      return this.accumulates && !running.isFirst ? 0 : running.value();
    });
  }

  /** The value of metric `i` over the batches so far, as recent as its cost allows. */
  running(i: number): number {
    return this.#guard(i, () => this.#running[i]?.value() ?? Number.NaN);
  }

  /** The values over the whole pass. Forgets all batches, and so frees what the states hold. */
  finish(): readonly number[] {
    const values = this.#states.map((state, i) => this.#guard(i, () => scalarResult(state)));
    this.#reset();
    return values;
  }

  #guard<T>(i: number, use: () => T): T {
    try {
      return use();
    } catch (error) {
      const label = this.bound[i]?.label;
      const message = error instanceof Error ? error.message : String(error);
      throw new Error(`Metric ${label} failed: ${message}`, { cause: error });
    }
  }
}

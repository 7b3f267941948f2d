import { engine, type Tensor } from "@tensorflow/tfjs";
import type { AnyMetric } from "../any-metric/any-metric.ts";
import type { MetricState } from "../any-metric/metric-state.ts";
import { scalarResult } from "../any-metric/scalar-result.ts";
import { printWarning } from "../host/print-warning.ts";
import { hasInterval } from "../intervals/has-interval.ts";
import type { Interval } from "../intervals/interval.ts";
import { ReadBack } from "./read-back.ts";
import { RunningValue } from "./running-value.ts";

/** A metric object in its place in a compiled model. */
export interface BoundMetric {
  readonly metric: AnyMetric;
  /** Its key in the logs. */
  readonly label: string;
  /** Its place in `metricsNames`, and so among the values of an evaluation. */
  readonly index: number;
  /** The output whose samples it weighs; undefined where it weighs none. */
  readonly weighs?: number;
}

/** The result of a metric over a pass. */
export interface PassValue {
  /** Its value, under its key in the logs. */
  readonly value: number;
  /** Where it is several numbers, each of them under a key of its own. */
  readonly parts: Readonly<Record<string, number>>;
  /** Why it is NaN, where it is and the metric knows. */
  readonly nanReason: string | undefined;
  /** Remarks of the metric about its labels and predictions. */
  readonly remarks: readonly string[];
  /** The interval of the value, where somebody asked for it. */
  readonly interval?: Interval;
}

/** One sweep over data: the states of a model's metrics from the first batch to the last. */
export class Pass {
  readonly bound: readonly BoundMetric[];
  /** False where one batch is the whole pass, as in `trainOnBatch()`: its function then answers with the value itself. */
  accumulates: boolean;
  readonly #asked: ReadonlySet<string>;
  readonly #states: readonly BoundMetric["metric"][];
  readonly #running: readonly RunningValue[];
  readonly #readBack = new ReadBack((...batch) => this.#apply(...batch));

  /** `asked` holds the labels whose intervals somebody wants. */
  constructor(
    bound: readonly BoundMetric[],
    accumulates: boolean,
    asked: ReadonlySet<string> = new Set(),
  ) {
    this.bound = bound;
    this.#asked = asked;
    this.accumulates = accumulates;
    this.#states = bound.map(({ metric }) => metric.clone());
    this.#running = this.#states.map(
      (state) =>
        new RunningValue({ compute: () => scalarResult(state), cost: () => state.resultCost }),
    );
  }

  /** Adds a batch to metric `i` and returns the answer for that batch. */
  update(i: number, yTrue: Tensor, yPred: Tensor, sampleWeight?: Tensor): number {
    if (this.accumulates && this.#readBack.isNeeded()) {
      this.#readBack.add(i, yTrue, yPred, sampleWeight);
      return 0;
    }
    this.#apply(i, yTrue, yPred, sampleWeight);
    return this.accumulates ? 0 : this.running(i);
  }

  /** Whether to wait for batches that a device has not handed over yet: any, or with `mayBe` only where they are too many. */
  isBehind(mayBe: boolean): boolean {
    return mayBe ? this.#readBack.isFull : this.#readBack.isWaiting;
  }

  /** Waits for the batches that a device has not handed over yet, and adds them. */
  async settle(): Promise<void> {
    await this.#readBack.settle();
  }

  /** The value of metric `i` over the batches so far, as recent as its cost allows. */
  running(i: number): number {
    this.#readBack.drain();
    return this.#guard(i, () => this.#running[i]?.value() ?? Number.NaN);
  }

  /** Whether the metric with this label is not defined for the batches so far, none of which held NaN. */
  isUndefined(label: string): boolean {
    const state = this.#states[this.bound.findIndex((each) => each.label === label)];
    return state !== undefined && state.nanCount === 0 && state.nanReason !== undefined;
  }

  /** The values over the whole pass. Forgets all batches, and so frees what the states hold. */
  finish(): readonly PassValue[] {
    this.#readBack.drain();
    const values = this.#states.map((state, i) =>
      this.#guard(i, () => {
        const label = this.bound[i]?.label ?? state.name;
        const { [label]: value, ...parts } = state.namedResults(label);
        const interval = this.#asked.has(label) && hasInterval(state) && state.confidenceInterval();
        return {
          value: value ?? scalarResult(state),
          parts,
          nanReason: state.nanReason,
          remarks: state.remarks,
          ...(interval ? { interval } : {}),
        };
      }),
    );
    this.#reset();
    return values;
  }

  /** What the metrics have seen in the pass so far, safe for JSON. */
  getState(): readonly MetricState[] {
    this.#readBack.drain();
    return this.#states.map((state) => state.getState());
  }

  /** Goes on from what `getState()` gave. */
  setState(states: readonly MetricState[]): void {
    for (const [i, state] of this.#states.entries()) {
      const given = states[i];
      if (given !== undefined) state.setState(given);
    }
  }

  /** Frees the tensors of batches that were never added. */
  abandon(): void {
    this.#readBack.drop();
  }

  #reset(): void {
    this.#states.forEach((state, i) => {
      this.#guard(i, () => state.resetState());
      this.#running[i]?.begin();
    });
  }

  #apply(i: number, yTrue: Tensor, yPred: Tensor, sampleWeight?: Tensor): void {
    const state = this.#states[i];
    const running = this.#running[i];
    if (state === undefined || running === undefined) {
      throw new RangeError(`Pass: no metric ${i}. Received: one of ${this.#states.length}`);
    }
    this.#guard(i, () => {
      const before = engine().state.numTensors;
      const answer: unknown = offTape(() => state.updateState(yTrue, yPred, sampleWeight));
      if (answer instanceof Promise) {
        answer.catch(() => {});
        throw new TypeError("updateState() must not be asynchronous. Received: a promise");
      }
      const left = engine().state.numTensors - before;
      if (left > 0) reportTensors(state, left);
      running.add(yPred.shape[0] ?? 1);
      // The first value also shows a result that is no number, before an epoch is spent on it.
      if (running.isFirst) running.value();
    });
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

const reported = new WeakSet<object>();

/** TensorFlow.js frees most of them within a pass, and nothing frees them elsewhere. */
function reportTensors({ name, constructor: Class }: BoundMetric["metric"], left: number): void {
  if (reported.has(Class)) return;
  reported.add(Class);
  printWarning(
    `Metric ${name} leaves ${left} ${left === 1 ? "tensor" : "tensors"} behind after a batch: do the work of updateState() in tf.tidy()`,
  );
}

/**
 * Runs something in the middle of a training step without leaving its operations on the gradient tape, where they would
 * keep their tensors until the step is over.
 */
function offTape<T>(run: () => T): T {
  const { state } = engine();
  // Within an operation the tape records only the operation itself.
  state.kernelDepth++;
  try {
    return run();
  } finally {
    state.kernelDepth--;
  }
}

import { type Scalar, scalar, type Tensor, tidy } from "@tensorflow/tfjs";
import type { Interval } from "../intervals/interval.ts";
import { type BatchFunction, internalsOf } from "../layers-model/layers-model-internals.ts";
import { type SampleWeights, weightsOf } from "../layers-model/sample-weights.ts";
import { withWeightedLosses } from "../layers-model/weighted-losses.ts";
import type { LazyLogs } from "./lazy-logs.ts";
import { MetricNotices } from "./metric-notices.ts";
import { type BoundMetric, Pass, type PassValue } from "./pass.ts";

/** How much of the logs of a batch the callbacks of a fit read: all, nothing, or an unknown part. */
export type BatchReading = "all" | "unknown" | "nothing";

/** The results of an evaluation, with the scalars that TensorFlow.js got for them. */
export interface ExactValues {
  readonly bound: readonly BoundMetric[];
  readonly values: readonly PassValue[];
  readonly scalars: readonly Scalar[];
}

const key = Symbol.for("epochal.streams");

/** The metric objects of one model, and their states in each pass over data. */
export class ModelStreams {
  bound: readonly BoundMetric[] = [];
  /** Listeners to the begin and the end of evaluations. */
  readonly tests: Set<{ begin(): void; end(): void }> = new Set();
  /** The labels whose confidence intervals somebody wants. */
  readonly askedIntervals: Set<string> = new Set();
  /** The intervals in the epoch that ended last, by log key. */
  readonly intervals: Map<string, Interval> = new Map();
  /** How much the callbacks of the fit read in the logs of a batch. */
  reading: (batch: number) => BatchReading = () => "unknown";
  /** The values in the logs of the latest batch, where it is unknown whether somebody reads them. */
  lazyLogs: LazyLogs | undefined;
  /** The pass of the train function made last. */
  training: Pass | undefined;
  /** The pass of the batch that runs, and the weights of its samples. */
  #current: { readonly pass: Pass; readonly weights: SampleWeights } | undefined;
  readonly #model: object;
  readonly #evaluations = new WeakMap<BatchFunction, Pass>();
  readonly #exact = new WeakMap<Scalar, ExactValues>();

  static of(model: object): ModelStreams | undefined {
    return (model as Record<symbol, ModelStreams | undefined>)[key];
  }

  constructor(model: object) {
    this.#model = model;
    Object.defineProperty(model, key, { value: this });
  }

  /** The answer of metric `i` for this batch. */
  answer(i: number, yTrue: Tensor, yPred: Tensor): Scalar {
    const { pass = new Pass(this.bound, false), weights = [] } = this.#current ?? {};
    const { weighs } = pass.bound[i] ?? {};
    const sampleWeight = weighs === undefined ? undefined : weights[weighs];
    return scalar(pass.update(i, yTrue, yPred, sampleWeight));
  }

  trainFunction(original: BatchFunction): BatchFunction {
    const pass = new Pass(this.bound, false, this.askedIntervals);
    this.training = pass;
    // If the batch fails, nothing else frees its tensors.
    return (data) => tidy(() => this.#during(pass, data, original));
  }

  testFunction(original: BatchFunction, outputs: number): BatchFunction {
    const pass = new Pass(this.bound, true, this.askedIntervals);
    // TensorFlow.js 4.22 answers one loss sum for each output in place of one in all, which shifts every later value.
    const batch: BatchFunction = (data) => this.#during(pass, data, original).slice(outputs - 1);
    this.#evaluations.set(batch, pass);
    return batch;
  }

  /** Tells the listeners that an evaluation begins. */
  beginTest(): void {
    for (const test of this.tests) test.begin();
  }

  endTest(): void {
    for (const test of this.tests) test.end();
  }

  evaluation(batch: BatchFunction): Pass | undefined {
    return this.#evaluations.get(batch);
  }

  /** Ends an evaluation: its averages of batches give way to the values over the whole pass. */
  finish(pass: Pass, outs: Scalar[]): Scalar[] {
    if (pass.bound.length === 0 || outs.length === 0) {
      return outs;
    }
    const values = pass.finish();
    const scalars: Scalar[] = [];
    const exact = { bound: pass.bound, values, scalars };
    pass.bound.forEach(({ index }, i) => {
      const value = scalar(values[i]?.value ?? Number.NaN);
      outs[index]?.dispose();
      outs[index] = value;
      scalars.push(value);
      this.#exact.set(value, exact);
    });
    // In a fit they get keys of their own at the end of the epoch.
    if (!internalsOf(this.#model).isTraining) this.#notice(exact);
    return outs;
  }

  exactValues(value: unknown): ExactValues | undefined {
    return typeof value === "object" && value !== null
      ? this.#exact.get(value as Scalar)
      : undefined;
  }

  #notice({ bound, values }: ExactValues): void {
    const notices = MetricNotices.of(this.#model);
    for (const [i, { label }] of bound.entries()) {
      const found = values[i];
      if (found !== undefined) notices.addValue(label, found);
    }
    notices.flush();
  }

  #during(pass: Pass, data: Tensor[], run: BatchFunction): Scalar[] {
    const before = this.#current;
    const [labels] = data.slice(internalsOf(this.#model).inputs.length);
    const weights = weightsOf(labels);
    this.#current = { pass, weights };
    try {
      return withWeightedLosses(this.#model, weights, () => run(data));
    } catch (error) {
      pass.abandon();
      throw error;
    } finally {
      this.#current = before;
    }
  }
}

import { type MetricInput, toHostArray } from "../src/arrays/host-array.ts";
import { Metric, type MetricArgs } from "../src/metrics/metric.ts";

export interface RecordedPass {
  readonly labels: number[];
  readonly scores: number[];
  readonly batches: number[];
}

export interface PassRecorderArgs extends MetricArgs {
  readonly passes: RecordedPass[];
}

/** A metric that keeps what it was shown: one record for each pass over data. Its value is the number of samples. */
export class PassRecorder extends Metric {
  readonly #passes: RecordedPass[];
  #pass: RecordedPass | undefined;

  constructor(args: PassRecorderArgs) {
    super(args, { name: "recorder" });
    this.#passes = args.passes;
  }

  override updateState(yTrue: MetricInput, yPred: MetricInput): void {
    if (this.#pass === undefined) {
      this.#pass = { labels: [], scores: [], batches: [] };
      this.#passes.push(this.#pass);
    }
    const scores = toHostArray(yPred, "PassRecorder: yPred").values;
    this.#pass.labels.push(...Array.from(toHostArray(yTrue, "PassRecorder: yTrue").values));
    this.#pass.scores.push(...Array.from(scores));
    this.#pass.batches.push(scores.length);
  }

  override result(): number {
    return this.#pass?.labels.length ?? 0;
  }

  override resetState(): void {
    this.#pass = undefined;
  }
}

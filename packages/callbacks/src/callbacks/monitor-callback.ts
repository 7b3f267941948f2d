import { epochWords } from "@epochal/conclusions";
import { closestName, hasImproved, type RunWriter } from "@epochal/record";
import { CustomCallback, type Logs, EarlyStopping as StockEarlyStopping } from "@tensorflow/tfjs";
import { watcherMarker } from "../arranging/epochal-callback.ts";
import type { FitContext } from "../arranging/fit-context.ts";
import { printWarning } from "../host/print-warning.ts";
import { hasInterval } from "../intervals/has-interval.ts";
import { compiledLabels } from "../monitoring/compiled-labels.ts";
import { findLabel } from "../monitoring/find-label.ts";
import { monitorDirection } from "../monitoring/monitor-direction.ts";
import { RunRecorder } from "../recording/run-recorder.ts";
import { ModelStreams } from "../streaming/model-streams.ts";
import { Callback } from "./callback.ts";

export interface MonitorCallbackArgs {
  /**
   * The log key to watch, as it appears in the logs.
   *
   * @default "val_loss"
   */
  readonly monitor?: string;
  /**
   * Which way the value is better; `"auto"` asks the metric.
   *
   * @default "auto"
   */
  readonly mode?: "auto" | "max" | "min";
  /**
   * What a value must exceed the best one by to count as better. Of a negative number the absolute value counts. `"ci"`
   * means half the width of the value's own 95 % confidence interval, for metrics that have one, such as `AUC`.
   *
   * @default 0
   */
  readonly minDelta?: number | "ci";
  /**
   * The run to record decisions into.
   *
   * @default absent: nothing is recorded
   */
  readonly run?: RunWriter;
}

/** Base class of the callbacks that watch a value of the logs. */
export abstract class MonitorCallback extends Callback {
  /** The log key that is watched. */
  readonly monitor: string;
  protected readonly run: RunRecorder;
  readonly #mode: "auto" | "max" | "min";
  readonly #minDelta: number | "ci";
  #direction: "max" | "min" | undefined;
  #siblings: readonly object[] = [];
  /** The watched keys that have had a value in this training. */
  readonly #seen = new Set<string>();
  /** The keys whose absence was reported. */
  readonly #missed = new Set<string>();

  /** The options must be checked already. */
  protected constructor(args: MonitorCallbackArgs) {
    super();
    this.monitor = args.monitor ?? "val_loss";
    this.#mode = args.mode ?? "auto";
    const { minDelta = 0 } = args;
    this.#minDelta = minDelta === "ci" ? minDelta : Math.abs(minDelta);
    this.run = new RunRecorder(this.constructor.name, args.run);
  }

  override recordsInto(): RunWriter | undefined {
    return this.run.target;
  }

  override addsLogs(): boolean {
    return false;
  }

  override setSiblings(callbacks: readonly object[]): void {
    this.#siblings = callbacks;
  }

  /** Throws where the logs of this fit will not have the key, or nothing says which way it is better. */
  preflight(fit: FitContext): void {
    this.directionOf(this.monitor, this.#mode, fit);
  }

  /** Finds out which way is better; throws where the logs will not have the key, or nothing says which way. */
  override async onTrainBegin(): Promise<void> {
    this.#seen.clear();
    this.#missed.clear();
    this.run.begin(this.model);
    this.#direction = this.directionOf(this.monitor, this.#mode);
    if (this.#minDelta === "ci") this.#askInterval();
    this.#warnOfAverage();
  }

  /** Which way a log key is better. Throws where the logs will not have it, or nothing says which way. */
  protected directionOf(
    monitor: string,
    mode: "auto" | "max" | "min",
    fit: FitContext | undefined = undefined,
  ): "max" | "min" {
    const hasValidation = fit?.hasValidation ?? this.params?.doValidation;
    return monitorDirection({
      className: this.constructor.name,
      monitor,
      mode,
      model: fit?.model ?? this.trainedModel(),
      hasValidation: typeof hasValidation === "boolean" ? hasValidation : undefined,
      mayBeAdded: this.mayBeAdded(fit !== undefined),
    });
  }

  /**
   * Whether the logs may have keys that are unknown before training: where a callback before this one may add them, or in a
   * loop of the user's own. `fit()` says which keys it will log.
   */
  protected mayBeAdded(isFit: boolean = Array.isArray(this.params?.metrics)): boolean {
    return !isFit || this.#siblings.slice(0, this.#siblings.indexOf(this)).some(mayAddLogs);
  }

  /** Which way is better, known since training began. */
  protected get direction(): "max" | "min" | undefined {
    return this.#direction;
  }

  /** What a value of this epoch must exceed the best one by. */
  protected minDelta(): number {
    if (this.#minDelta !== "ci") return this.#minDelta;
    const streams = ModelStreams.of(this.trainedModel());
    const [low, high] = streams?.intervals.get(this.monitor) ?? [0, 0];
    return (high - low) / 2;
  }

  /** Whether a value is better than another by more than `minDelta`. One that is not finite never is. */
  protected improves(value: number, reference: number | undefined): boolean {
    const { direction } = this;
    if (direction === undefined) return false;
    return hasImproved({ direction, minDelta: this.minDelta() }, value, reference);
  }

  /** Warns the run, and the program, where a watched value is an average of batches and means little. */
  #warnOfAverage(): void {
    const found = findLabel(compiledLabels(this.trainedModel()), this.monitor.replace(/^val_/, ""));
    if (found?.exactInstead === undefined) return;
    const message = `${this.constructor.name}: ${this.monitor} is TensorFlow.js' mean over batches; new ${found.exactInstead}() is exact`;
    this.run.event({ type: "warning", message });
    printWarning(message);
  }

  /** Asks for the interval of the monitored metric in each epoch. */
  #askInterval(): void {
    const streams = ModelStreams.of(this.trainedModel());
    const label = this.monitor.replace(/^val_/, "");
    const metric = streams?.bound.find((bound) => bound.label === label)?.metric;
    if (streams === undefined || metric === undefined || !hasInterval(metric)) {
      throw new RangeError(
        `${this.constructor.name}: minDelta "ci" needs a metric with a confidence interval, such as new AUC(). Received: ${this.monitor}`,
      );
    }
    streams.askedIntervals.add(label);
  }

  /**
   * A monitored value of an epoch. A missing value is undefined, and reported once, if it was there before, may still be added,
   * or the epoch was cut short. Otherwise it is an error.
   */
  protected monitored(
    epoch: number,
    logs: Logs,
    monitor: string = this.monitor,
  ): number | undefined {
    const value = Object.hasOwn(logs, monitor) ? logs[monitor] : undefined;
    if (typeof value === "number") {
      this.#seen.add(monitor);
      return value;
    }
    const keys = Object.keys(logs);
    const message = (where: string) =>
      `${this.constructor.name}: monitor ${monitor} is not in the logs${where}: ${keys.join(", ") || "nothing"}`;
    const here = ` of ${epochWords(epoch)}`;
    const isExpected =
      this.#seen.has(monitor) || this.trainedModel().stopTraining || keys.length === 0;
    if (!isExpected && !this.mayBeAdded()) throw new RangeError(message(here));
    if (this.#missed.has(monitor)) return undefined;
    this.#missed.add(monitor);
    // The value may still come: training goes on, as in Keras.
    const rest = isExpected ? "" : `. Epochs without it do not count${hint(monitor, keys)}`;
    this.run.event({ type: "warning", message: message("") + rest, epoch });
    if (!isExpected) printWarning(message(here) + rest);
    return undefined;
  }
}

function hint(monitor: string, keys: readonly string[]): string {
  const similar = closestName(monitor, keys);
  return similar === undefined ? "" : `. Did you mean ${similar}?`;
}

/** Whether a callback may add values to the logs of an epoch, for later callbacks to find. */
function mayAddLogs(callback: object): boolean {
  if (watcherMarker in callback) return false;
  if (callback instanceof CustomCallback) {
    return (callback as unknown as { epochEnd?: unknown }).epochEnd != null;
  }
  return callback instanceof Callback
    ? callback.addsLogs()
    : !(callback instanceof StockEarlyStopping);
}

import type { Logs } from "@tensorflow/tfjs";
import { mayAddLogs } from "../monitoring/may-add-logs.ts";
import { hasImproved, type Monitor } from "../monitoring/monitor.ts";
import { monitorDirection } from "../monitoring/monitor-direction.ts";
import { RunRecorder } from "../recording/run-recorder.ts";
import type { RunWriter } from "../run/run-writer.ts";
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
   * What a value must exceed the best one by to count as better. Of a negative number the absolute value counts.
   *
   * @default 0
   */
  readonly minDelta?: number;
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
  readonly #minDelta: number;
  #rule: Monitor | undefined;
  #siblings: readonly object[] = [];
  #hasSeenMonitor = false;

  /** The options are to be checked already. */
  protected constructor(args: MonitorCallbackArgs) {
    super();
    this.monitor = args.monitor ?? "val_loss";
    this.#mode = args.mode ?? "auto";
    this.#minDelta = Math.abs(args.minDelta ?? 0);
    this.run = new RunRecorder(this.constructor.name, args.run);
  }

  override addsLogs(): boolean {
    return false;
  }

  override setSiblings(callbacks: readonly object[]): void {
    this.#siblings = callbacks;
  }

  /** Finds out which way is better; throws where the logs will not have the key, or nothing says which way. */
  override async onTrainBegin(): Promise<void> {
    this.#hasSeenMonitor = false;
    const hasValidation = this.params?.doValidation;
    const direction = monitorDirection({
      className: this.constructor.name,
      monitor: this.monitor,
      mode: this.#mode,
      model: this.trainedModel(),
      hasValidation: typeof hasValidation === "boolean" ? hasValidation : undefined,
      mayBeAdded: this.mayBeAdded(),
    });
    this.#rule = { direction, minDelta: this.#minDelta };
  }

  /** Whether a callback before this one may add keys to the logs that nobody knows before training. */
  protected mayBeAdded(): boolean {
    return this.#siblings.slice(0, this.#siblings.indexOf(this)).some(mayAddLogs);
  }

  /** Which way is better, known since training began. */
  protected get direction(): "max" | "min" | undefined {
    return this.#rule?.direction;
  }

  /** Whether a value is better than another by more than `minDelta`. One that is not finite never is. */
  protected improves(value: number, reference: number | undefined): boolean {
    return this.#rule !== undefined && hasImproved(this.#rule, value, reference);
  }

  /**
   * The watched value of an epoch. Where it is missing: undefined, and a warning in the run, if it has been there before
   * or the epoch was cut short; an error otherwise.
   */
  protected monitored(epoch: number, logs: Logs): number | undefined {
    const value = logs[this.monitor];
    if (typeof value === "number") {
      this.#hasSeenMonitor = true;
      return value;
    }
    const keys = Object.keys(logs).join(", ") || "nothing";
    const message = `${this.constructor.name}: monitor ${this.monitor} is not among the logs of epoch ${epoch}: ${keys}`;
    if (this.#hasSeenMonitor || this.trainedModel().stopTraining || keys === "nothing") {
      this.run.event({ type: "warning", message, epoch });
      return undefined;
    }
    throw new RangeError(message);
  }
}

import type { LayersModel } from "@tensorflow/tfjs";
import type { Histogram } from "../arrays/histogram.ts";
import type { EventLog } from "../event-files/event-log.ts";
import { GrowingSteps } from "../event-files/growing-steps.ts";
import { reportError } from "../host/report-error.ts";
import { describeSeries } from "./describe-series.ts";

/** Where the next training goes on. */
export interface EventPosition {
  readonly epoch: number;
  readonly iteration: number;
}

/** Writes a training into TensorBoard's event files, in the layout of Keras; or nowhere where there is no folder. */
export class EventRecorder {
  readonly #folder: string | undefined;
  #log: EventLog | undefined;
  #epochs: GrowingSteps = new GrowingSteps();
  #iterations: GrowingSteps = new GrowingSteps();
  #hasFailed = false;

  constructor(folder: string | undefined) {
    this.#folder = folder;
  }

  /** Whether there is a folder to write into. */
  get isOpen(): boolean {
    return this.#log !== undefined;
  }

  get position(): EventPosition {
    return { epoch: this.#epochs.last, iteration: this.#iterations.last };
  }

  set position({ epoch, iteration }: EventPosition) {
    this.#epochs = new GrowingSteps(epoch);
    this.#iterations = new GrowingSteps(iteration);
  }

  /** A training that writes no files loads no code for them. */
  async open(): Promise<void> {
    if (this.#folder !== undefined && this.#log === undefined) {
      const { EventLog } = await import("../event-files/event-log.ts");
      this.#log = await EventLog.open(this.#folder);
    }
  }

  /** A training begins with this epoch. */
  begin(epoch: number, model: LayersModel | null): void {
    this.#epochs.begin(epoch);
    this.#iterations.begin(iterationsOf(model) + 1);
  }

  model(model: LayersModel): void {
    try {
      this.#log?.model(model);
    } catch (error) {
      this.#report("the model cannot be written as JSON", error);
    }
  }

  batch(values: Readonly<Record<string, number>>, step: number): void {
    this.#log?.scalars("train", values, step);
  }

  epoch(epoch: number, values: Readonly<Record<string, unknown>>, model: LayersModel | null): void {
    if (this.#log === undefined) {
      return;
    }
    const series = describeSeries(Object.keys(values), model);
    const train: Record<string, number> = {};
    const validation: Record<string, number> = {};
    const evaluation: Record<string, number> = {};
    for (const [key, value] of Object.entries(values)) {
      if (typeof value !== "number") {
        continue;
      }
      const { metric = key, split } = series[key] ?? {};
      if (split === "validation") {
        validation[`epoch_${metric}`] = value;
        evaluation[`evaluation_${metric}_vs_iterations`] = value;
      } else {
        train[`epoch_${metric}`] = value;
      }
    }
    const step = this.#epochs.at(epoch);
    this.#log.scalars("train", train, step);
    this.#log.scalars("validation", validation, step);
    this.#log.scalars("validation", evaluation, this.#iterations.at(iterationsOf(model)));
  }

  histogram(key: string, histogram: Histogram, epoch: number): void {
    this.#log?.histogram(key, histogram, this.#epochs.at(epoch));
  }

  /** Writes the waiting events. It reports once what cannot be written; training goes on. */
  async flush(): Promise<void> {
    await this.#tryToWrite((log) => log.flush());
  }

  async flushWhenDue(): Promise<void> {
    await this.#tryToWrite((log) => log.flushWhenDue());
  }

  async #tryToWrite(write: (log: EventLog) => Promise<void>): Promise<void> {
    if (this.#log === undefined) {
      return;
    }
    try {
      await write(this.#log);
    } catch (error) {
      this.#report("the event files could not be written to; training goes on", error);
    }
  }

  #report(what: string, error: unknown): void {
    if (this.#hasFailed) {
      return;
    }
    this.#hasFailed = true;
    const message = error instanceof Error ? error.message : String(error);
    reportError(new Error(`TensorBoard: ${what}. ${message}`, { cause: error }));
  }
}

/** Updates of the weights the optimizer has made so far. */
function iterationsOf(model: LayersModel | null): number {
  const iterations: unknown = model?.optimizer?.iterations;
  return typeof iterations === "number" ? iterations : 0;
}

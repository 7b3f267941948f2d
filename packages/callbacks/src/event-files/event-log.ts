import { type LayersModel, util } from "@tensorflow/tfjs";
import type { Histogram } from "../arrays/histogram.ts";
import { nodeModule } from "../host/node-module.ts";
import { EventFile } from "./event-file.ts";
import { graphJson } from "./graph-json.ts";
import { histogramValue, modelValue, type SummaryValue, scalarValue } from "./summary-values.ts";

export type EventSplit = "train" | "validation";

/** How many milliseconds events wait within an epoch. */
const longestWait = 5000;

/** The event files of a training: one folder for training and one for validation, made when there is something to write. */
export class EventLog {
  readonly #folder: string;
  readonly #files = new Map<EventSplit, EventFile>();
  /** By a clock that nobody sets. */
  #flushed = util.now();

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Makes the folder. Throws where it cannot, before training begins. */
  static async open(folder: string): Promise<EventLog> {
    const files = nodeModule("node:fs/promises");
    if (files === undefined) {
      throw new Error(
        "TensorBoard: logDir needs a file system, as in Node 20.16 or later. In a browser, give TensorBoard a run.",
      );
    }
    await files.mkdir(folder, { recursive: true });
    return new EventLog(folder);
  }

  scalars(split: EventSplit, values: Readonly<Record<string, number>>, step: number): void {
    this.#add(
      split,
      Object.entries(values).map(([tag, value]) => scalarValue(tag, value)),
      step,
    );
  }

  histogram(tag: string, histogram: Histogram, step: number): void {
    this.#add("train", [histogramValue(tag, histogram)], step);
  }

  /** Adds the graph of a model. Throws where a layer has no JSON. */
  model(model: LayersModel): void {
    this.#add("train", [modelValue(graphJson(model))], 0);
  }

  /** Writes the waiting events. */
  async flush(): Promise<void> {
    this.#flushed = util.now();
    for (const file of this.#files.values()) {
      await file.flush();
    }
  }

  /** Writes events that have waited for long, because an epoch may take hours. */
  async flushWhenDue(): Promise<void> {
    if (util.now() - this.#flushed > longestWait) {
      await this.flush();
    }
  }

  #add(split: EventSplit, value: SummaryValue[], step: number): void {
    if (value.length === 0) {
      return;
    }
    let file = this.#files.get(split);
    if (file === undefined) {
      const path = nodeModule("node:path");
      file = new EventFile(path?.join(this.#folder, split) ?? this.#folder);
      this.#files.set(split, file);
    }
    file.add({ step: BigInt(step), what: { case: "summary", value: { value } } });
  }
}

import type { RunWriter } from "@epochal/record";
import { fromJsonNumber, toJsonNumber } from "@epochal/record";
import type { Logs } from "@tensorflow/tfjs";
import { setOwn } from "../json/set-own.ts";
import { optionRules } from "../options/option-rules.ts";
import { takeOptions } from "../options/take-options.ts";
import { EpochRecorder } from "../recording/epoch-recorder.ts";
import { Callback } from "./callback.ts";

export interface HistoryArgs {
  /**
   * The run to record each epoch's values into.
   *
   * @default absent: nothing is recorded
   */
  readonly run?: RunWriter;
}

const rules = { run: optionRules.run };

/**
 * The values of every epoch, by log key; with a `run`, recorded there too.
 *
 * As in Keras 3.16, a second `fit()` with the same object adds to `history` and starts `epoch` anew. A key that appears
 * late has a shorter list. In the run the epochs of a second `fit()` go on where the first one ended, whichever callback and
 * model it has, unless its `initialEpoch` goes on there already; the step of a value is its epoch in the run.
 *
 * @throws TypeError when an option is unknown or `run` is no run writer
 * @example
 * ```ts
 * const history = new History();
 * await history.onTrainBegin();
 * await history.onEpochEnd(0, { loss: 0.5 });
 * await history.onEpochEnd(1, { loss: 0.25 });
 * history.history; // { loss: [0.5, 0.25] }
 * history.epoch; // [0, 1]
 * ```
 */
export class History extends Callback {
  /** The values of each log key, epoch by epoch. */
  readonly history: Record<string, number[]> = {};
  /** The epochs of the last training, counted from 0. */
  epoch: number[] = [];
  readonly isRecorder = true;
  readonly #recorder: EpochRecorder;

  constructor(args: HistoryArgs = {}) {
    super();
    const { run } = takeOptions("History", args, rules, new.target !== History);
    this.#recorder = new EpochRecorder("History", run);
  }

  override recordsInto(): RunWriter | undefined {
    return this.#recorder.run.target;
  }

  override addsLogs(): boolean {
    return false;
  }

  override async onTrainBegin(): Promise<void> {
    this.epoch = [];
    this.#recorder.begin(this.params?.metrics, this.model);
  }

  override getState(): unknown {
    const values = Object.entries(this.history).map(([key, list]) => [key, list.map(toJsonNumber)]);
    return { epoch: this.epoch, history: Object.fromEntries(values) };
  }

  override setState(state: unknown): void {
    const { epoch, history } = Object(state) as { epoch?: number[]; history?: object };
    this.epoch = [...(epoch ?? [])];
    for (const [key, list] of Object.entries(history ?? {})) {
      const values = (list as unknown[]).map((each) => fromJsonNumber(each) ?? Number.NaN);
      setOwn(this.history, key, values);
    }
  }

  override async onEpochEnd(epoch: number, logs: Logs = {}): Promise<void> {
    this.epoch.push(epoch);
    for (const [key, value] of Object.entries(logs)) {
      if (!Object.hasOwn(this.history, key)) setOwn(this.history, key, []);
      this.history[key]?.push(value);
    }
    this.#recorder.record(epoch, logs, this.model);
  }
}

import type { Logs } from "@tensorflow/tfjs";
import { optionRules } from "../options/option-rules.ts";
import { takeOptions } from "../options/take-options.ts";
import { Callback } from "./callback.ts";

type Hook<Arguments extends readonly unknown[]> = (...given: Arguments) => unknown;

export interface LambdaCallbackArgs {
  /** Called once, before the first epoch. */
  readonly onTrainBegin?: Hook<[]>;
  /** Called once, after the last epoch; not after an error. */
  readonly onTrainEnd?: Hook<[]>;
  /** Called in place of `onTrainEnd` when training failed. */
  readonly onTrainError?: Hook<[error: unknown]>;
  /** Called before each epoch, counted from 0. */
  readonly onEpochBegin?: Hook<[epoch: number]>;
  /** Called after each epoch with its values. Later callbacks see what it adds to them. */
  readonly onEpochEnd?: Hook<[epoch: number, logs: Logs]>;
  /** Called before each batch, counted from 0 within its epoch. */
  readonly onBatchBegin?: Hook<[batch: number]>;
  /** Called after each batch with its values, which are read from the device for it. */
  readonly onBatchEnd?: Hook<[batch: number, logs: Logs]>;
}

const { hook } = optionRules;
const rules = {
  onTrainBegin: hook,
  onTrainEnd: hook,
  onTrainError: hook,
  onEpochBegin: hook,
  onEpochEnd: hook,
  onBatchBegin: hook,
  onBatchEnd: hook,
};

/**
 * A callback made of functions. A hook may be asynchronous: training waits for it.
 *
 * As `LambdaCallback` of Keras 3.16, which takes misspelt hooks and never calls them. Batches are `onBatchBegin` and
 * `onBatchEnd`, as in TensorFlow.js.
 *
 * @throws TypeError when there is no hook of that name, or it is no function
 * @example
 * ```ts
 * const seen: unknown[] = [];
 * const callback = new LambdaCallback({ onEpochEnd: (epoch, logs) => seen.push([epoch, logs.loss]) });
 * await callback.onEpochEnd(0, { loss: 0.5 });
 * seen; // [[0, 0.5]]
 * ```
 */
export class LambdaCallback extends Callback {
  readonly #hooks: LambdaCallbackArgs;

  constructor(hooks: LambdaCallbackArgs = {}) {
    super();
    this.#hooks = takeOptions("LambdaCallback", hooks, rules, new.target !== LambdaCallback);
  }

  override readsBatchLogs(): boolean {
    return this.#hooks.onBatchEnd !== undefined;
  }

  override addsLogs(): boolean {
    return this.#hooks.onEpochEnd !== undefined;
  }

  override async onTrainBegin(): Promise<void> {
    await this.#hooks.onTrainBegin?.();
  }

  override async onTrainEnd(): Promise<void> {
    await this.#hooks.onTrainEnd?.();
  }

  override async onTrainError(error: unknown): Promise<void> {
    await this.#hooks.onTrainError?.(error);
  }

  override async onEpochBegin(epoch: number): Promise<void> {
    await this.#hooks.onEpochBegin?.(epoch);
  }

  override async onEpochEnd(epoch: number, logs: Logs = {}): Promise<void> {
    await this.#hooks.onEpochEnd?.(epoch, logs);
  }

  override async onBatchBegin(batch: number): Promise<void> {
    await this.#hooks.onBatchBegin?.(batch);
  }

  override async onBatchEnd(batch: number, logs: Logs = {}): Promise<void> {
    await this.#hooks.onBatchEnd?.(batch, logs);
  }
}

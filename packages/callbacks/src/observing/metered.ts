import { Callback, type CustomCallback, type LayersModel, type Logs } from "@tensorflow/tfjs";
import { isEpochalCallback } from "../arranging/epochal-callback.ts";
import { hasHook } from "../arranging/has-hook.ts";
import { meterOf } from "../recording/cost-meter.ts";

/** A callback whose hooks are counted as what tracking costs, where it does nothing but record. */
export function metered(callback: CustomCallback): CustomCallback {
  if (!isEpochalCallback(callback) || callback.isRecorder !== true) return callback;
  const run = callback.recordsInto?.();
  return run === undefined || meterOf(run) === undefined
    ? callback
    : (new Metered(callback, run) as unknown as CustomCallback);
}

class Metered extends Callback {
  readonly #inner: Callback;
  readonly #run: object;

  constructor(inner: CustomCallback, run: object) {
    super();
    this.#inner = inner as unknown as Callback;
    this.#run = run;
    // Measuring a hook that does nothing would cost more than the hook.
    for (const hook of ["onBatchBegin", "onBatchEnd"] as const) {
      if (!hasHook(inner, hook)) this[hook] = Callback.prototype[hook];
    }
  }

  override setParams(params: Callback["params"]): void {
    this.#inner.setParams(params);
  }

  override setModel(model: LayersModel): void {
    this.#inner.setModel(model);
  }

  override onTrainBegin(logs?: Logs): Promise<void> {
    return this.#measure(() => this.#inner.onTrainBegin(logs));
  }

  override onTrainEnd(logs?: Logs): Promise<void> {
    return this.#measure(() => this.#inner.onTrainEnd(logs));
  }

  override onEpochBegin(epoch: number, logs?: Logs): Promise<void> {
    return this.#measure(() => this.#inner.onEpochBegin(epoch, logs));
  }

  override onEpochEnd(epoch: number, logs?: Logs): Promise<void> {
    return this.#measure(() => this.#inner.onEpochEnd(epoch, logs));
  }

  override onBatchBegin(batch: number, logs?: Logs): Promise<void> {
    return this.#measure(() => this.#inner.onBatchBegin(batch, logs));
  }

  override onBatchEnd(batch: number, logs?: Logs): Promise<void> {
    return this.#measure(() => this.#inner.onBatchEnd(batch, logs));
  }

  async #measure(hook: () => Promise<void>): Promise<void> {
    const end = meterOf(this.#run)?.begin();
    try {
      await hook();
    } finally {
      end?.();
    }
  }
}

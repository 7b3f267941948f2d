import { Callback, type CustomCallback, type LayersModel, type Logs } from "@tensorflow/tfjs";
import { meterOf } from "../recording/cost-meter.ts";
import { callbackMarker, isEpochalCallback } from "../streaming/epochal-callback.ts";

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
  readonly #hearsBatchBegin: boolean;
  readonly #hearsBatchEnd: boolean;

  constructor(inner: CustomCallback, run: object) {
    super();
    this.#inner = inner as unknown as Callback;
    this.#run = run;
    this.#hearsBatchBegin = hears(inner, "onBatchBegin");
    this.#hearsBatchEnd = hears(inner, "onBatchEnd");
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

  override async onBatchBegin(batch: number, logs?: Logs): Promise<void> {
    if (this.#hearsBatchBegin) await this.#measure(() => this.#inner.onBatchBegin(batch, logs));
  }

  override async onBatchEnd(batch: number, logs?: Logs): Promise<void> {
    if (this.#hearsBatchEnd) await this.#measure(() => this.#inner.onBatchEnd(batch, logs));
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

/** Whether a callback has a hook of its own. Those of the base class do nothing, and measuring them would cost more than they do. */
function hears(callback: object, hook: string): boolean {
  let owner: object | null = callback;
  while (owner !== null && !Object.hasOwn(owner, hook)) owner = Object.getPrototypeOf(owner);
  return owner === null || !Object.hasOwn(owner, callbackMarker);
}

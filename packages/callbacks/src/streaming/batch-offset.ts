import { Callback, type LayersModel, type Logs } from "@tensorflow/tfjs";

/** Tells a callback of batches by their number in the epoch, where a fit began in the middle of one. */
export class BatchOffset extends Callback {
  readonly #inner: Callback;
  readonly #offset: () => number;

  constructor(inner: Callback, offset: () => number) {
    super();
    this.#inner = inner;
    this.#offset = offset;
  }

  override setParams(params: Callback["params"]): void {
    this.#inner.setParams(params);
  }

  override setModel(model: LayersModel): void {
    this.#inner.setModel(model);
  }

  override async onTrainBegin(logs?: Logs): Promise<void> {
    await this.#inner.onTrainBegin(logs);
  }

  override async onTrainEnd(logs?: Logs): Promise<void> {
    await this.#inner.onTrainEnd(logs);
  }

  override async onEpochBegin(epoch: number, logs?: Logs): Promise<void> {
    await this.#inner.onEpochBegin(epoch, logs);
  }

  override async onEpochEnd(epoch: number, logs?: Logs): Promise<void> {
    await this.#inner.onEpochEnd(epoch, logs);
  }

  override async onBatchBegin(batch: number, logs?: Logs): Promise<void> {
    await this.#inner.onBatchBegin(batch + this.#offset(), logs);
  }

  override async onBatchEnd(batch: number, logs?: Logs): Promise<void> {
    await this.#inner.onBatchEnd(batch + this.#offset(), logs);
  }
}

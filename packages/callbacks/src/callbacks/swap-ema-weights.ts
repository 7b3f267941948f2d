import { keep, type Tensor, tidy } from "@tensorflow/tfjs";
import { takeOptions } from "../options/take-options.ts";
import { ModelStreams } from "../streaming/model-streams.ts";
import { Callback } from "./callback.ts";
import { optionRules } from "./option-rules.ts";

export interface SwapEMAWeightsArgs {
  /**
   * How much of the average stays in each step. In (0, 1).
   *
   * @default 0.99
   */
  readonly momentum?: number;
  /**
   * Whether the model has the average from the end of an epoch to the beginning of the next one, so that a callback after
   * this one, such as `ModelCheckpoint`, saves it.
   *
   * @default false
   */
  readonly swapOnEpoch?: boolean;
}

const { share, flag } = optionRules;
const rules = { momentum: share, swapOnEpoch: flag };

/**
 * Keeps an exponential average of the weights, which often is a better model than any of them, and puts it in their place
 * for validation and at the end.
 *
 * After each batch `average = momentum · average + (1 − momentum) · weight`, beginning with the weights that training began
 * with. Validation, and every `evaluate()` while it trains, sees the average; training goes on with the weights themselves.
 * When training ends the model has the average; when it fails, the weights.
 *
 * As `SwapEMAWeights` of Keras 3.16 with an optimizer of `use_ema=True`, `ema_momentum=momentum`, which TensorFlow.js' optimizers
 * do not have; there the average stays in the model after a `predict()`.
 *
 * @throws TypeError or RangeError when an option is unknown or out of range
 * @example
 * ```ts
 * const average = new SwapEMAWeights({ momentum: 0.999 });
 * average.isSwapped; // false
 * ```
 */
export class SwapEMAWeights extends Callback {
  readonly #momentum: number;
  readonly #swapOnEpoch: boolean;
  /** The averages; while they are in the model, the weights. */
  #others: Tensor[] = [];
  #isSwapped = false;
  #iterations = 0;
  #test: { begin(): void; end(): void } | undefined;

  constructor(given: SwapEMAWeightsArgs = {}) {
    super();
    const args = takeOptions("SwapEMAWeights", given, rules, new.target !== SwapEMAWeights);
    this.#momentum = args.momentum ?? 0.99;
    this.#swapOnEpoch = args.swapOnEpoch ?? false;
  }

  /** Whether the model has the average now. */
  get isSwapped(): boolean {
    return this.#isSwapped;
  }

  override readsBatchLogs(): boolean {
    return false;
  }

  override addsLogs(): boolean {
    return false;
  }

  override async onTrainBegin(): Promise<void> {
    this.#release();
    const model = this.trainedModel();
    this.#others = model.trainableWeights.map((weight) => keep(weight.read().clone()));
    this.#iterations = model.optimizer.iterations;
    const streams = ModelStreams.of(model);
    if (this.#test !== undefined) streams?.tests.delete(this.#test);
    let wasSwapped = false;
    this.#test = {
      begin: () => {
        // Stock fit() validates before it says that the last batch is over.
        this.#average();
        wasSwapped = this.#isSwapped;
        if (!wasSwapped) this.#swap();
      },
      end: () => {
        if (!wasSwapped) this.#swap();
      },
    };
    streams?.tests.add(this.#test);
  }

  override async onEpochBegin(): Promise<void> {
    if (this.#isSwapped) this.#swap();
  }

  override async onBatchEnd(): Promise<void> {
    this.#average();
  }

  override async onEpochEnd(): Promise<void> {
    if (this.#swapOnEpoch && !this.#isSwapped) this.#swap();
  }

  override async onTrainEnd(): Promise<void> {
    if (!this.#isSwapped) this.#swap();
    this.#release();
  }

  override async onTrainError(): Promise<void> {
    if (this.#isSwapped) this.#swap();
    this.#release();
  }

  override getState(): unknown {
    return { isSwapped: this.#isSwapped };
  }

  override setState(state: unknown): void {
    this.#isSwapped = Object(state).isSwapped === true;
    this.#iterations = this.trainedModel().optimizer.iterations;
  }

  override getTensors(): readonly Tensor[] {
    return this.#others;
  }

  override setTensors(tensors: readonly Tensor[]): void {
    for (const tensor of this.#others) tensor.dispose();
    this.#others = tensors.map((tensor) => keep(tensor.clone()));
  }

  #average(): void {
    const { optimizer, trainableWeights } = this.trainedModel();
    if (optimizer.iterations === this.#iterations || this.#isSwapped) return;
    this.#iterations = optimizer.iterations;
    this.#others = this.#others.map((average, i) => {
      const weight = trainableWeights[i]?.read();
      if (weight === undefined) return average;
      const next = tidy(() =>
        keep(average.mul(this.#momentum).add(weight.mul(1 - this.#momentum))),
      );
      average.dispose();
      return next;
    });
  }

  #swap(): void {
    const { trainableWeights } = this.trainedModel();
    this.#others = this.#others.map((other, i) => {
      const weight = trainableWeights[i];
      if (weight === undefined) return other;
      const held = keep(weight.read().clone());
      weight.write(other);
      other.dispose();
      return held;
    });
    this.#isSwapped = !this.#isSwapped;
  }

  #release(): void {
    for (const tensor of this.#others) tensor.dispose();
    this.#others = [];
    this.#isSwapped = false;
    const model = this.model as object | null;
    if (this.#test !== undefined && model !== null)
      ModelStreams.of(model)?.tests.delete(this.#test);
    this.#test = undefined;
  }
}

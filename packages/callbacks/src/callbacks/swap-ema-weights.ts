import { keep, type LayerVariable, type Tensor, tidy } from "@tensorflow/tfjs";
import { checkOptimizer } from "../optimizer/check-optimizer.ts";
import { trainedOrder } from "../optimizer/trained-order.ts";
import { optionRules } from "../options/option-rules.ts";
import { takeOptions } from "../options/take-options.ts";
import { ModelStreams } from "../streaming/model-streams.ts";
import { keptWeights } from "../weights/kept-weights.ts";
import { setWeight } from "../weights/set-weight.ts";
import { weightsOf } from "../weights/weights-of.ts";
import { Callback } from "./callback.ts";

export interface SwapEMAWeightsArgs {
  /**
   * The share of the average that stays in each step, in (0, 1).
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
 * with. It averages the weights that were trained when the model was compiled, also while a callback has them frozen.
 * Validation, and every `evaluate()` while it trains, sees the average; training goes on with the weights themselves.
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
  /** The averages by their weights; while the model has the averages, the weights. */
  readonly #others: Map<LayerVariable, Tensor> = new Map();
  /** From the state that it goes on from. */
  #keptAt: readonly number[] | undefined;
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
    checkOptimizer("SwapEMAWeights", model);
    // Weights that a callback may unfreeze during training are among them.
    for (const weight of trainedOrder(model)) this.#keep(weight, copyOf(weight.read()));
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
    const weights = this.#others.size === 0 ? [] : weightsOf(this.trainedModel());
    const keptAt = [...this.#others.keys()].map((weight) => weights.indexOf(weight));
    return { isSwapped: this.#isSwapped, keptAt };
  }

  override setState(state: unknown): void {
    const { isSwapped, keptAt } = Object(state) as Record<string, unknown>;
    this.#isSwapped = isSwapped === true;
    this.#keptAt = Array.isArray(keptAt) ? keptAt : undefined;
    this.#iterations = this.trainedModel().optimizer.iterations;
  }

  override getTensors(): readonly Tensor[] {
    return [...this.#others.values()];
  }

  override setTensors(tensors: readonly Tensor[]): void {
    const model = this.trainedModel();
    const trained = trainedOrder(model);
    const weights = keptWeights("SwapEMAWeights", model, tensors, this.#keptAt, trained);
    for (const [i, weight] of weights.entries()) this.#keep(weight, copyOf(tensors[i] as Tensor));
  }

  #average(): void {
    const { optimizer } = this.trainedModel();
    if (optimizer.iterations === this.#iterations || this.#isSwapped) return;
    this.#iterations = optimizer.iterations;
    for (const [weight, average] of this.#others) {
      // In this form the average of a weight that stays is that weight, to the last bit.
      const next = tidy(() =>
        keep(
          average.add(
            weight
              .read()
              .sub(average)
              .mul(1 - this.#momentum),
          ),
        ),
      );
      this.#keep(weight, next);
    }
  }

  #swap(): void {
    for (const [weight, other] of this.#others) {
      const held = copyOf(weight.read());
      setWeight(weight, other);
      this.#keep(weight, held);
    }
    this.#isSwapped = !this.#isSwapped;
  }

  #keep(weight: LayerVariable, value: Tensor): void {
    this.#others.get(weight)?.dispose();
    this.#others.set(weight, value);
  }

  #release(): void {
    for (const tensor of this.#others.values()) tensor.dispose();
    this.#others.clear();
    this.#isSwapped = false;
    const model = this.model as object | null;
    if (this.#test !== undefined && model !== null)
      ModelStreams.of(model)?.tests.delete(this.#test);
    this.#test = undefined;
  }
}

function copyOf(tensor: Tensor): Tensor {
  return keep(tensor.clone());
}

import * as tf from "@tensorflow/tfjs";
import { DataCase } from "./data-case.ts";
import { Drawing } from "./drawing.ts";
import { modelCase } from "./model-case.ts";

/** One way to call `fit()`: the same every time it is made with the same seed. */
export interface FitCase {
  readonly words: string;
  /** A new model, compiled, whose weights the seed decides. */
  readonly model: () => tf.LayersModel;
  readonly x: unknown;
  readonly y: unknown;
  /** New options, with callbacks of their own, which write down what they are told. */
  readonly args: (told: string[]) => Record<string, unknown>;
  readonly outputs: number;
  readonly dispose: () => void;
}

/** Draws a model, data and arguments. */
export function fitCase(seed: number): FitCase {
  const drawing = new Drawing(seed);
  const { draw } = drawing;
  const model = modelCase(seed, drawing);
  const data = new DataCase(drawing, model);
  const n = draw(5, 7, 8, 12);
  drawing.words.push(`n=${n}`);
  const [x, y] = data.draw(n);
  const args: Record<string, unknown> = { shuffle: false, verbose: 0 };
  const give = (name: string, value: unknown, text = JSON.stringify(value)) => {
    drawing.words.push(`${name}=${text}`);
    args[name] = value;
  };
  const often = () => drawing.chance(0.5);
  const rarely = () => drawing.chance(0.03);
  if (often()) give("batchSize", draw<unknown>(1, 2, 3, 4, 32, null, 3, 2, 5));
  if (rarely()) give("batchSize", draw(0, 2.5, -1));
  if (often()) give("epochs", draw<unknown>(1, 2, 3, 2, null, 0));
  if (drawing.chance(0.1)) give("initialEpoch", draw<unknown>(0, 1, 2, null));
  if (drawing.chance(0.3)) give("validationSplit", draw(0.2, 0.3, 0.5, 0.4, 0.25, 0, 0.99));
  if (rarely()) give("validationSplit", draw(1, -0.5, 1.5));
  if (drawing.chance(0.3)) {
    drawing.words.push("validationData:");
    const few = draw(4, 5, 5);
    give("validationData", drawing.chance(0.1) ? [] : data.draw(few), "");
  }
  if (drawing.chance(/Crossentropy/.test(model.loss) ? 0.2 : 0.02)) {
    const weights = { 0: 0.5, 1: 2, 2: 1 };
    give(
      "classWeight",
      draw<unknown>(weights, weights, weights, { 0: 1 }, [weights], { p: weights }),
    );
  }
  if (drawing.chance(0.1)) give("yieldEvery", draw<unknown>("auto", "batch", "epoch", "never", 3));
  if (drawing.chance(0.01)) give(draw("stepsPerEpoch", "validationSteps", "shufle"), 2);
  const callbacks = drawing.chance(0.2)
    ? draw(
        "plain callback",
        "stopping at once",
        "early stopping",
        "telling callback",
        "telling callback",
      )
    : undefined;
  drawing.words.push(callbacks ?? "");
  return {
    words: drawing.words.filter((each) => each !== "").join(", "),
    model: model.make,
    x,
    y,
    args: (told) =>
      callbacks === undefined ? args : { ...args, callbacks: callbackOf(callbacks, told) },
    outputs: model.outputNames.length,
    dispose: () => drawing.dispose(),
  };
}

/** Writes down which hooks are called, and what is known there. */
class Telling extends tf.Callback {
  readonly #told: string[];

  constructor(told: string[]) {
    super();
    this.#told = told;
  }

  override async onTrainBegin(): Promise<void> {
    const { epochs, samples, batchSize, doValidation, metrics } = this.params;
    this.#told.push(
      `begin ${JSON.stringify({ epochs, samples, batchSize, doValidation, metrics })}`,
    );
  }

  override async onEpochBegin(epoch: number): Promise<void> {
    this.#told.push(`epoch ${epoch}`);
  }

  override async onBatchBegin(batch: number): Promise<void> {
    this.#told.push(`batch ${batch}`);
  }

  override async onBatchEnd(batch: number, logs: tf.Logs = {}): Promise<void> {
    this.#told.push(`batch ${batch} of ${logs.size}: ${Object.keys(logs).sort()}`);
  }

  override async onEpochEnd(epoch: number, logs: tf.Logs = {}): Promise<void> {
    this.#told.push(`epoch ${epoch}: ${Object.keys(logs).sort()}`);
  }

  override async onTrainEnd(): Promise<void> {
    this.#told.push("end");
  }
}

/** Callbacks that TensorFlow.js knows. */
export function callbackOf(kind: string, told: string[] = []): unknown {
  if (kind === "telling callback") return new Telling(told);
  if (kind === "early stopping")
    return tf.callbacks.earlyStopping({ monitor: "loss", minDelta: 0.1 });
  if (kind === "plain callback") return { onEpochEnd: () => {} };
  class Stopping extends tf.Callback {
    override async onBatchEnd(): Promise<void> {
      (this as unknown as { model: tf.LayersModel }).model.stopTraining = true;
    }
  }
  return [new Stopping()];
}

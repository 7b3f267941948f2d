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
  /** New options, with callbacks of their own. */
  readonly args: () => Record<string, unknown>;
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
    ? draw("plain callback", "stopping at once", "early stopping")
    : undefined;
  drawing.words.push(callbacks ?? "");
  return {
    words: drawing.words.filter((each) => each !== "").join(", "),
    model: model.make,
    x,
    y,
    args: () => (callbacks === undefined ? args : { ...args, callbacks: callbackOf(callbacks) }),
    outputs: model.outputNames.length,
    dispose: () => drawing.dispose(),
  };
}

/** Callbacks that TensorFlow.js knows. */
export function callbackOf(kind: string): unknown {
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

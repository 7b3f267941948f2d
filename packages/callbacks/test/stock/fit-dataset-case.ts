import type * as tf from "@tensorflow/tfjs";
import { DataCase } from "./data-case.ts";
import { datasetCase } from "./dataset-case.ts";
import { Drawing } from "./drawing.ts";
import { callbackOf } from "./fit-case.ts";
import { modelCase } from "./model-case.ts";

type Dataset = tf.data.Dataset<tf.TensorContainer>;

/** One way to call `fitDataset()`: the same every time it is made with the same seed. */
export interface FitDatasetCase {
  readonly words: string;
  readonly model: () => tf.LayersModel;
  readonly dataset: (side: "ours" | "stock") => Dataset;
  /** New options, with callbacks and datasets of their own. */
  readonly args: (side: "ours" | "stock") => never;
  readonly outputs: number;
  readonly dispose: () => void;
}

/** Draws a model, a dataset and arguments. */
export function fitDatasetCase(seed: number): FitDatasetCase {
  const drawing = new Drawing(seed);
  const { draw } = drawing;
  const model = modelCase(seed, drawing);
  const dataset = datasetCase(drawing, model, draw(5, 7, 8, 12));
  const args: Record<string, unknown> = { verbose: 0 };
  const give = (name: string, value: unknown, text = JSON.stringify(value)) => {
    drawing.words.push(`${name}=${text}`);
    args[name] = value;
  };
  give("epochs", draw(1, 2, 2, 3));
  if (drawing.chance(0.04)) give("epochs", draw<unknown>(0, null, 1.5, undefined));
  if (drawing.chance(0.1)) give("initialEpoch", draw<unknown>(0, 1, 2, null));
  if (drawing.chance(0.25)) {
    give("batchesPerEpoch", draw<unknown>(1, 2, dataset.batches, dataset.batches + 1, null));
  }
  if (drawing.chance(0.02)) give("batchesPerEpoch", draw(0, 1.5, -1));
  if (drawing.chance(0.02)) give("validationSplit", 0.5);
  let held: ((side: "ours" | "stock") => unknown) | undefined;
  const kind = drawing.random();
  if (kind < 0.25) {
    drawing.words.push("validated on tensors:");
    const data = new DataCase(drawing, model, 0.3).draw(draw(4, 5));
    held = () => data;
    if (drawing.chance(0.5)) give("validationBatchSize", draw<unknown>(1, 2, 3, 32, null));
    if (drawing.chance(0.03)) give("validationBatchSize", draw(0, 1.5));
  } else if (kind < 0.45) {
    drawing.words.push("validated on a dataset:");
    const validation = datasetCase(drawing, model, draw(4, 5));
    held = (side) => validation[side]();
    if (drawing.chance(0.3)) give("validationBatches", draw<unknown>(1, 2, null));
    if (drawing.chance(0.03)) give("validationBatches", draw(0, 1.5));
  } else if (kind < 0.47) held = () => drawing.say("validated on too little", [draw(1, 2)]);
  if (drawing.chance(/Crossentropy/.test(model.loss) ? 0.2 : 0.02)) {
    const weights = { 0: 0.5, 1: 2, 2: 1 };
    give(
      "classWeight",
      draw<unknown>(weights, weights, weights, { 0: 1 }, [weights], { p: weights }),
    );
  }
  if (drawing.chance(0.1)) give("yieldEvery", draw<unknown>("auto", "batch", "epoch", "never", 3));
  const callbacks = drawing.chance(0.2)
    ? draw("plain callback", "stopping at once", "early stopping")
    : undefined;
  drawing.words.push(callbacks ?? "");
  const isBare = drawing.chance(0.01);
  if (isBare) drawing.words.push("no arguments");
  const made = (side: "ours" | "stock") => ({
    ...args,
    ...(held !== undefined && { validationData: held(side) }),
    ...(callbacks !== undefined && { callbacks: callbackOf(callbacks) }),
  });
  return {
    words: drawing.words.filter((each) => each !== "").join(", "),
    model: model.make,
    dataset: (side) => dataset[side](),
    args: (side) => (isBare ? undefined : made(side)) as never,
    outputs: model.outputNames.length,
    dispose: () => drawing.dispose(),
  };
}

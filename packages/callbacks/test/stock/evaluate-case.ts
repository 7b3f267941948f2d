import type * as tf from "@tensorflow/tfjs";
import { DataCase } from "./data-case.ts";
import { type DatasetCase, datasetCase } from "./dataset-case.ts";
import { Drawing } from "./drawing.ts";
import { type ModelCase, modelCase } from "./model-case.ts";

/** One way to evaluate a model: on tensors or on a dataset. */
export interface EvaluateCase {
  readonly words: string;
  readonly model: ModelCase;
  /** Absent where it is a dataset. */
  readonly data: readonly [tf.Tensor, tf.Tensor] | undefined;
  readonly dataset: DatasetCase | undefined;
  readonly args: { readonly batchSize?: number; readonly batches?: number };
  readonly dispose: () => void;
}

export function evaluateCase(seed: number): EvaluateCase {
  const drawing = new Drawing(seed);
  const { draw } = drawing;
  const model = modelCase(seed, drawing);
  const samples = draw(5, 7, 8, 12);
  const isDataset = drawing.chance(0.4);
  const data = isDataset ? undefined : new DataCase(drawing, model).draw(samples);
  const dataset = isDataset ? datasetCase(drawing, model, samples) : undefined;
  const option = isDataset ? "batches" : "batchSize";
  const given = drawing.chance(0.5)
    ? { [option]: drawing.chance(0.05) ? draw(0, 1.5, -1) : draw<unknown>(1, 2, 3, 32, null) }
    : {};
  drawing.words.push(JSON.stringify(given));
  return {
    words: drawing.words.filter((each) => each !== "").join(", "),
    model,
    data: data as [tf.Tensor, tf.Tensor] | undefined,
    dataset,
    args: given,
    dispose: () => drawing.dispose(),
  };
}

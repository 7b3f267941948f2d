import * as tf from "@tensorflow/tfjs";
import { DataCase } from "./data-case.ts";
import type { Drawing } from "./drawing.ts";
import type { ModelCase } from "./model-case.ts";

/** A dataset, twice: as it is given to ours, and as TensorFlow.js must get it to mean the same. */
export interface DatasetCase {
  readonly ours: () => tf.data.Dataset<tf.TensorContainer>;
  /** Labels and features of rank 1 as columns: TensorFlow.js stretches them. */
  readonly stock: () => tf.data.Dataset<tf.TensorContainer>;
  readonly batches: number;
}

type Form =
  | "as they are"
  | "by name"
  | "ys missing"
  | "a list in place of { xs, ys }"
  | "a short batch of labels";

/** Draws a dataset of batches; about one in ten is not well-formed. */
export function datasetCase(drawing: Drawing, model: ModelCase, samples: number): DatasetCase {
  const { draw } = drawing;
  const [x, y] = new DataCase(drawing, model, 0.3).draw(samples);
  const batchSize = draw(1, 2, 3, 4, 32);
  const form = draw<Form>(
    ...new Array<Form>(60).fill("as they are"),
    "ys missing",
    "a list in place of { xs, ys }",
    "a short batch of labels",
  );
  const isRepeated = drawing.chance(0.15);
  const isShuffled = drawing.chance(0.15);
  drawing.words.push(`batches of ${batchSize}`, form === "as they are" ? "" : form);
  if (isRepeated) drawing.words.push("repeated");
  if (isShuffled) drawing.words.push("shuffled");

  const make = (asColumns: boolean) => () => {
    const batches = tf.data.generator(function* () {
      for (let start = 0; start < samples; start += batchSize) {
        const size = Math.min(batchSize, samples - start);
        const rows = (given: unknown, cut = size) => rowsOf(given, { start, size: cut, asColumns });
        if (form === "ys missing") yield { xs: rows(x) };
        else if (form === "a list in place of { xs, ys }") yield [rows(x), rows(y)];
        else if (form === "a short batch of labels") yield { xs: rows(x), ys: rows(y, size - 1) };
        else yield { xs: rows(x), ys: rows(y) };
      }
    } as never) as tf.data.Dataset<tf.TensorContainer>;
    const shuffled = isShuffled ? batches.shuffle(3, "seed") : batches;
    return isRepeated ? shuffled.repeat(3) : shuffled;
  };
  const once = Math.ceil(samples / batchSize);
  return { ours: make(false), stock: make(true), batches: isRepeated ? 3 * once : once };
}

interface Rows {
  readonly start: number;
  readonly size: number;
  readonly asColumns: boolean;
}

/** Rows of a tensor, of a list of them, or of an object by names. */
function rowsOf(given: unknown, rows: Rows): unknown {
  if (given instanceof tf.Tensor) {
    const { start, size, asColumns } = rows;
    const end = Math.min(given.shape[0] ?? 0, start + size);
    const cut = given.slice(start, Math.max(0, end - start));
    if (!asColumns || cut.rank > 1) return cut;
    const column = cut.expandDims(1);
    cut.dispose();
    return column;
  }
  if (Array.isArray(given)) return given.map((each) => rowsOf(each, rows));
  if (typeof given !== "object" || given === null || ArrayBuffer.isView(given)) return given;
  const each = Object.entries(given).map(([name, value]) => [name, rowsOf(value, rows)]);
  return Object.fromEntries(each);
}

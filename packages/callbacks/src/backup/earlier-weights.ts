import type { io, LayersModel } from "@tensorflow/tfjs";
import { matchByShapes } from "../weights/match-by-shapes.ts";
import { weightsOf } from "../weights/weights-of.ts";

/**
 * For each weight of a model, in the order of its layers, the index of the one in a backup of version 1, which has no names.
 *
 * @throws RangeError where it is of another model, or its shapes could be read in several ways
 */
export function earlierWeights(
  model: LayersModel,
  saved: readonly io.WeightsManifestEntry[],
): readonly number[] {
  const shapes = saved.map(({ shape }) => shape);
  const indices = matchByShapes(model, shapes);
  if (indices !== undefined) return indices;
  const texts = (all: readonly (readonly (number | null)[])[]) => all.map((shape) => `[${shape}]`);
  const [own, others] = [texts(weightsOf(model).map(({ shape }) => shape)), texts(shapes)];
  if (own.toSorted().join() !== others.toSorted().join()) {
    throw new RangeError(
      `BackupAndRestore: the backup must be of this model, with weights ${own.join(" ")}. Received: ${others.join(" ")}`,
    );
  }
  throw new RangeError(
    "BackupAndRestore: the backup is of an earlier version, which did not save the places of weights, and layers of the " +
      "same shapes could be confused. Delete the backup to start over, or finish this training with that version",
  );
}

import * as tf from "@tensorflow/tfjs";

export interface EarlierModel {
  readonly create: () => tf.Sequential;
  /** The layers that were frozen when it was saved. */
  readonly frozen?: readonly number[];
  readonly backsUp?: boolean;
}

const { dense, batchNormalization } = tf.layers;

/** Two layers that nothing tells apart but their names. */
const equals = (...names: readonly string[]) =>
  tf.sequential({
    layers: names.map((name, i) =>
      dense({
        units: i === 2 ? 1 : 4,
        ...(name ? { name } : {}),
        ...(i ? {} : { inputShape: [4] }),
      }),
    ),
  });

/** Layers that their shapes tell apart. */
const cone = () =>
  tf.sequential({
    layers: [
      dense({ units: 5, inputShape: [4] }),
      batchNormalization(),
      dense({ units: 3 }),
      dense({ units: 1 }),
    ],
  });

/** The models whose saves stand in `golden/earlier-saves`. */
export const earlierModels: Readonly<Record<string, EarlierModel>> = {
  equals: { create: () => equals("", "", "") },
  "equals-frozen": { create: () => equals("", "", ""), frozen: [0] },
  "equals-named": { create: () => equals("a", "b", "c") },
  "equals-named-frozen": { create: () => equals("a", "b", "c"), frozen: [0] },
  cone: { create: cone },
  "cone-frozen": { create: cone, frozen: [0, 1] },
  "cone-backup": { create: cone, backsUp: true },
  "cone-backup-frozen": { create: cone, frozen: [0, 1], backsUp: true },
  "equals-backup": { create: () => equals("", "", ""), backsUp: true },
};

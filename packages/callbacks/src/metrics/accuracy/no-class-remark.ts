import type { HostArray } from "../../arrays/host-array.ts";
import { weightsOfLabels } from "../../arrays/weights-of-labels.ts";

/** What is to be said of labels that count and are no class beside these predictions; undefined where there are none. */
export function noClassRemark(
  labels: HostArray,
  { shape }: HostArray,
  sampleWeight: HostArray | undefined,
): string | undefined {
  const classes = shape.at(-1) ?? 1;
  const weights = weightsOfLabels(labels, sampleWeight);
  const wrong = Array.from(labels.values).find(
    (label, i) =>
      weights?.[i] !== 0 &&
      !Number.isNaN(label) &&
      !(Number.isInteger(label) && label >= 0 && label < classes),
  );
  return wrong === undefined
    ? undefined
    : `labels such as ${wrong} are no class from 0 to ${classes - 1} and match nothing, as in Keras`;
}

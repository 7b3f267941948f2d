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
  const hasOther = Array.from(labels.values).some(
    (label, i) =>
      weights?.[i] !== 0 &&
      !Number.isNaN(label) &&
      !(Number.isInteger(label) && label >= 0 && label < classes),
  );
  return hasOther
    ? `labels are not all classes from 0 to ${classes - 1} (counted from 0), and others match nothing, as in Keras`
    : undefined;
}

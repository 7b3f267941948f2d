import type { HostArray } from "../../arrays/host-array.ts";
import { weightsOfLabels } from "../../arrays/weights-of-labels.ts";

/** A remark on labels, of a weight other than 0, that are no class of these predictions; undefined where there are none. */
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
    ? `labels outside of the classes 0 to ${classes - 1} match nothing, as in Keras`
    : undefined;
}

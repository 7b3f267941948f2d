/** A sample as a ranking sees it. */
export interface RankedSample {
  readonly isPositive: boolean;
  readonly score: number;
  readonly weight: number;
}

/**
 * The exact area under a curve by its definition, counting anew at each of the scores: the share of pairs in the right
 * order, the mean precision over steps of recall, and the trapezoids under the gains.
 */
export function bruteForceArea(
  curve: "ROC" | "PR" | "PRGAIN",
  samples: readonly RankedSample[],
): number {
  const weightOf = (isPositive: boolean, is: (score: number) => boolean) =>
    samples.reduce(
      (sum, each) => sum + (each.isPositive === isPositive && is(each.score) ? each.weight : 0),
      0,
    );
  const positives = weightOf(true, () => true);
  const negatives = weightOf(false, () => true);
  const distinct = [...new Set(samples.map(({ score }) => score))].sort((a, b) => b - a);
  if (curve === "ROC") {
    const pairs = distinct.reduce(
      (sum, score) =>
        sum +
        weightOf(true, (each) => each === score) *
          (weightOf(false, (each) => each < score) + weightOf(false, (each) => each === score) / 2),
      0,
    );
    return pairs / (positives * negatives);
  }
  const steps = distinct.map((score) => ({
    tp: weightOf(true, (each) => each >= score),
    fp: weightOf(false, (each) => each >= score),
  }));
  if (curve === "PR") {
    let [sum, before] = [0, 0];
    for (const { tp, fp } of steps) {
      if (tp > before) sum += ((tp - before) / positives) * (tp / (tp + fp));
      before = tp;
    }
    return sum;
  }
  const odds = positives / negatives;
  const gains = [{ tp: 0, fp: 0 }, ...steps].map(({ tp, fp }) =>
    tp === 0 ? [0, 1] : [Math.max(0, 1 - (odds * (positives - tp)) / tp), 1 - (odds * fp) / tp],
  );
  let area = 0;
  for (const [i, [x = 0, y = 0]] of gains.entries()) {
    const [lastX = 0, lastY = 1] = gains[i - 1] ?? [];
    if (i > 0) area += ((x - lastX) * (y + lastY)) / 2;
  }
  return area;
}

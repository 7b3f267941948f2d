import type { RunConclusions } from "./conclude.ts";
import { percent } from "./short-number.ts";

/**
 * What else follows from a run's values, a sentence each.
 *
 * @param duration says a time span in milliseconds
 */
export function conclusionWords(
  { verdict, gap, plateau, disagreements, cost }: Omit<RunConclusions, "regrets">,
  duration: (ms: number) => string,
): string[] {
  const hidesGap = verdict?.rule === "overfitting" || gap?.from === undefined;
  const differing = disagreements.filter(({ from }) => from !== undefined);
  const others = differing.map(({ key, bestByMetric }) => `by ${key} epoch ${bestByMetric.epoch}`);
  const tracked =
    cost === undefined
      ? []
      : [
          `Tracking cost ${percent(cost.share)} of the training: ${duration(cost.ms)} of ${duration(cost.trainingMs)}.`,
        ];
  // Of numbers that broke nothing else is worth a word.
  if (verdict?.rule === "diverged") return tracked;
  return [
    ...(hidesGap ? [] : [`The gap to training grows from epoch ${gap.from} on.`]),
    ...(plateau === undefined
      ? []
      : [`${plateau.key} is flat from epoch ${plateau.from} on, for ${plateau.epochs} epochs.`]),
    ...(others.length === 0
      ? []
      : [
          `Loss and metrics disagree: by loss epoch ${differing[0]?.bestByLoss.epoch} was best, ${others.join(", ")}.`,
        ]),
    ...tracked,
  ];
}

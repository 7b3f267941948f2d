import type { RunConclusions } from "@epochal/store";
import { formatDuration } from "../format/format-duration.ts";

/** What else follows from a run's values, a sentence each. */
export function ConclusionLines({ conclusions }: { readonly conclusions: RunConclusions }) {
  return conclusionSentences(conclusions).map((sentence) => (
    <p key={sentence} className="text-muted">
      {sentence}
    </p>
  ));
}

export function conclusionSentences(conclusions: RunConclusions): string[] {
  const { verdict, gap, plateau, disagreements, cost } = conclusions;
  const hidesGap = verdict?.rule === "overfitting" || gap?.from === undefined;
  const others = disagreements
    .filter(({ from }) => from !== undefined)
    .map(({ key, bestByMetric }) => `by ${key} epoch ${bestByMetric.epoch}`);
  const tracked =
    cost === undefined
      ? []
      : [
          `Tracking cost ${(cost.share * 100).toFixed(cost.share < 0.001 ? 2 : 1)} % of the training: ${formatDuration(cost.ms)} of ${formatDuration(cost.trainingMs)}.`,
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
          `Loss and metrics disagree: by loss epoch ${disagreements[0]?.bestByLoss.epoch} was best, ${others.join(", ")}.`,
        ]),
    ...tracked,
  ];
}

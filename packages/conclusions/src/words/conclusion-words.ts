import { counted } from "../format/counted.ts";
import { epochWords } from "../format/epoch-words.ts";
import { formatDuration } from "../format/format-duration.ts";
import { formatShare } from "../format/format-share.ts";
import type { RunConclusions } from "../verdict/conclude.ts";

/** What else follows from a run's values, a sentence each. */
export function conclusionWords({
  verdict,
  gap,
  plateau,
  disagreements,
  cost,
}: Omit<RunConclusions, "regrets">): string[] {
  const hidesGap = verdict?.rule === "overfitting" || gap?.from === undefined;
  const differing = disagreements.filter(({ from }) => from !== undefined);
  const [first] = differing;
  const others = differing.map(
    ({ key, bestByMetric }) => `by ${key} ${epochWords(bestByMetric.epoch)}`,
  );
  const tracked =
    cost === undefined
      ? []
      : [
          `Tracking cost ${formatShare(cost.share)} of the training: ${formatDuration(cost.ms)} of ${formatDuration(cost.trainingMs)}.`,
        ];
  // Where the numbers broke, nothing else is worth a word.
  if (verdict?.rule === "diverged") return tracked;
  return [
    ...(hidesGap ? [] : [`The gap to training grows from ${epochWords(gap.from)} on.`]),
    ...(plateau === undefined
      ? []
      : [
          `${plateau.key} is flat from ${epochWords(plateau.from)} on, for ${counted(plateau.epochs, "epoch")}.`,
        ]),
    ...(first === undefined
      ? []
      : [
          `Loss and metrics disagree: by loss ${epochWords(first.bestByLoss.epoch)} was best, ${others.join(", ")}.`,
        ]),
    ...tracked,
  ];
}

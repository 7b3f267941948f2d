/** The probability that a positive outscores a negative, a tie counting half, by comparing every pair; 0 without any. */
export function rankStatistic(labels: readonly number[], scores: readonly number[]): number {
  let wins = 0;
  let pairs = 0;
  labels.forEach((label, i) => {
    if (label !== 1) return;
    labels.forEach((other, j) => {
      if (other !== 0) return;
      const difference = (scores[i] ?? 0) - (scores[j] ?? 0);
      wins += difference > 0 ? 1 : difference === 0 ? 0.5 : 0;
      pairs++;
    });
  });
  return pairs === 0 ? 0 : wins / pairs;
}

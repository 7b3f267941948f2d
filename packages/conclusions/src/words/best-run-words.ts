import { counted } from "../format/counted.ts";
import { formatValue } from "../format/format-value.ts";
import type { RunState, SeriesValue } from "../run-summary.ts";
import type { PrimaryMetric } from "../verdict/primary-metric.ts";
import { type RankableRun, type RankedRun, rankRuns } from "../verdict/rank-runs.ts";
import { placeWords } from "./place-words.ts";
import { unjudgedWords } from "./unjudged-words.ts";

/** What of a run the choice of the best one needs. */
export interface JudgedRun extends RankableRun {
  readonly name: string;
  readonly status: { readonly state: RunState };
}

/** What the page says first about a project. */
export interface BestRunWords<Run> {
  /** "Best: lr 0.01, 128 units, val_auc 0.9551 at epoch 5. It kept 0.8531 (epoch 30)." */
  readonly headline: string;
  /** What was lost, and whether the last values mislead. Empty where there is nothing to say. */
  readonly remarks: readonly string[];
  readonly best?: RankedRun<Run>;
}

/**
 * The sentence with the answer: the best run, where it was best, what it kept and what that cost.
 *
 * @param runs all of them; or, with `count`, those that are best, and best by their last values
 * @param count how many runs there are
 */
export function bestRunWords<Run extends JudgedRun>(
  runs: readonly Run[],
  metric: PrimaryMetric | undefined,
  names: ReadonlyMap<string, string>,
  count: number = runs.length,
): BestRunWords<Run> {
  if (count === 0 || metric === undefined) {
    const isRunning = runs.some(isLive);
    const hasBatches = runs.some(({ series }) => series.some(({ per }) => per === "batch"));
    return { headline: unjudgedWords({ count, isRunning, hasBatches }), remarks: [] };
  }
  const [best, ...others] = rankRuns(runs, metric);
  if (best === undefined) return { headline: withoutBest(count, metric), remarks: [] };
  const name = count > 1 ? `${names.get(best.run.id) ?? best.run.name}, ` : "";
  const headline = `Best: ${name}${metric.key} ${formatValue(best.best.value)}${at(best.best)}.${keeping(best)}`;
  const remarks = [regret(best), misled(best, others, metric, names)];
  return { headline, remarks: remarks.filter((remark) => remark !== undefined), best };
}

const isLive = ({ status }: JudgedRun) => status.state === "running" || status.state === "stalled";

function withoutBest(count: number, metric: PrimaryMetric): string {
  if (metric.direction !== undefined) {
    return count === 1
      ? `The run has no finite ${metric.key}.`
      : `No run has a finite ${metric.key} yet.`;
  }
  return `${counted(count, "run")} with ${metric.key}. Neither way is better for it, so none is best.`;
}

const at = (value: SeriesValue) => ` at ${placeWords(value)}`;

function keeping({ run, series, best }: RankedRun<JudgedRun>): string {
  const kept = series.kept;
  if (kept === undefined || isGone(run)) return "";
  if (isLive(run))
    return kept.value === best.value
      ? ""
      : ` It now holds ${formatValue(kept.value)} (${placeWords(kept)}).`;
  if (kept.step === best.step) return " It kept these weights.";
  return ` It kept ${formatValue(kept.value)} (${placeWords(kept)}).`;
}

/** A process that was ended, or that failed, took its weights with it. */
function isGone({ status }: JudgedRun): boolean {
  return ["killed", "interrupted", "failed", "closed", "lost"].includes(status.state);
}

function regret({ series, best, run }: RankedRun<JudgedRun>): string | undefined {
  const kept = series.kept;
  if (
    run.status.state === "running" ||
    isGone(run) ||
    kept === undefined ||
    kept.step === best.step
  )
    return;
  if (!Number.isFinite(kept.value)) return `Stopping${at(best)} would have kept a finite model.`;
  const lost = formatValue(Math.abs(best.value - kept.value));
  return lost === "0" ? undefined : `Stopping${at(best)} would have gained ${lost}.`;
}

function misled(
  best: RankedRun<JudgedRun>,
  others: readonly RankedRun<JudgedRun>[],
  metric: PrimaryMetric,
  names: ReadonlyMap<string, string>,
): string | undefined {
  const sign = metric.direction === "min" ? -1 : 1;
  const last = ({ series }: RankedRun<JudgedRun>) => {
    const value = series.last?.value;
    return value !== undefined && Number.isFinite(value) ? sign * value : -Infinity;
  };
  const top = others.reduce((a, b) => (last(b) > last(a) ? b : a), best);
  const value = top.series.last?.value;
  if (top === best || value === undefined) return undefined;
  const name = names.get(top.run.id) ?? top.run.name;
  return `By last value another run looks better: ${name}, ${formatValue(value)}.`;
}

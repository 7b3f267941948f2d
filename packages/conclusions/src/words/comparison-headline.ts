import { codeDifference } from "../comparison/code-difference.ts";
import { isSeed } from "../comparison/is-seed.ts";
import { isShare } from "../comparison/is-share.ts";
import { judgedSeries } from "../comparison/judged-series.ts";
import type { RunComparison, SeriesComparison } from "../comparison/run-comparison.ts";
import { counted } from "../format/counted.ts";
import { formatDifference } from "../format/format-difference.ts";
import { formatFactor } from "../format/format-factor.ts";
import { formatPoints } from "../format/format-points.ts";
import { formatValue } from "../format/format-value.ts";
import type { ComparedNames } from "./comparison-words.ts";
import { paramText } from "./param-text.ts";

/**
 * The one sentence on two runs: which is better and by how much, how long it took, and what was changed for it. Where the runs differ
 * in more than the sentence holds, it counts the rest.
 *
 * @example
 * comparisonHeadline(comparison); // "B is 1.9 points better in val_auc (0.8232 against 0.8042, each at its best), took 3.1 × as long, and differs in lr 0.01 → 0.003."
 */
export function comparisonHeadline(
  comparison: RunComparison,
  { a = "A", b = "B" }: ComparedNames = {},
): string {
  const judged = judgedSeries(comparison);
  const differing = differenceWords(comparison);
  const parts = [
    ...(judged === undefined ? [] : seriesWords(judged, a)),
    ...durationWords(comparison),
    differing === ""
      ? "differs in nothing that was recorded"
      : differing === "seed"
        ? "differs in the seed alone"
        : `differs in ${differing}`,
  ];
  const [last] = parts.splice(-1);
  const listed = parts.length < 2 ? parts.join("") : parts.join(", ");
  if (parts.length === 0) return `${b} ${last}.`;
  return `${b} ${listed}${parts.length > 1 ? "," : ""} and ${last}.`;
}

/** `is 1.9 points better in val_auc (0.8232 against 0.8042, each at its best)` */
function seriesWords(series: SeriesComparison, a: string): string[] {
  const { key, best, last } = series;
  const pair = best ?? last;
  if (pair.a === undefined && pair.b === undefined) {
    return [`has no finite value of ${key}, like ${a}`];
  }
  if (pair.b === undefined) return [`has no finite value of ${key}`];
  if (pair.a === undefined) {
    return [`has ${formatValue(pair.b.value)} in ${key} where ${a} has no finite value`];
  }
  const [ofA, ofB] = [formatValue(pair.a.value), formatValue(pair.b.value)];
  const where = best === undefined ? "last" : "at its best";
  const values = `(${ofB} against ${ofA}, each ${where})`;
  const { difference, better } = pair;
  if (difference === undefined) return [`has ${ofB} in ${key} where ${a} has ${ofA}`];
  if (difference === 0) return [`is as good in ${key} (${ofB}, each ${where})`];
  const isInPoints = isShare(series, [pair.a.value, pair.b.value]);
  const size = formatDifference(Math.abs(difference)).replace("+", "");
  const points = formatPoints(difference);
  const amount = isInPoints ? `${points} ${points === "1" ? "point" : "points"}` : size;
  if (better === undefined) {
    return [`is ${size} ${difference > 0 ? "higher" : "lower"} in ${key} ${values}`];
  }
  return [`is ${amount} ${better === "b" ? "better" : "worse"} in ${key} ${values}`];
}

/** Shorter ones say more of the machine's mood than of the runs. */
const shortestMs = 1000;

function durationWords({ a, b }: RunComparison): string[] {
  const isOpen = [a, b].some(({ status }) => /^(?:running|stalled)$/.test(status.state));
  if (isOpen || Math.min(a.durationMs, b.durationMs) < shortestMs) return [];
  const factor = b.durationMs / a.durationMs;
  return factor > 0.95 && factor < 1.05 ? [] : [`took ${formatFactor(factor)} as long`];
}

const mostParams = 4;

function differenceWords({ params, card }: RunComparison): string {
  const { differing, onlyInA, onlyInB } = params;
  const [only] = differing;
  const all = [
    ...differing.map(({ path, a, b }) => changed(path, a, b)),
    ...onlyInB.map(({ path, value }) => `${path} ${paramText(value)} added`),
    ...onlyInA.map(({ path, value }) => `${path} ${paramText(value)} removed`),
  ];
  const told = all.length > mostParams + 1 ? all.slice(0, mostParams) : all;
  const rest = all.length - told.length;
  const parts = [
    ...told,
    ...(rest > 0 ? [counted(rest, "other param", "other params")] : []),
    ...codeWords(card),
    ...(card.differing.some(({ path }) => path.startsWith("data.")) ? ["the data"] : []),
  ];
  if (
    parts.length === 1 &&
    all.length === 1 &&
    only !== undefined &&
    isSeed({ path: only.path, value: only.b })
  )
    return "seed";
  const last = parts.at(-1) ?? "";
  if (parts.length < 2) return last;
  return `${parts.slice(0, -1).join(", ")}${parts.length > 2 ? "," : ""} and ${last}`;
}

/** `lr 0.01 → 0.003` */
function changed(path: string, a: unknown, b: unknown): string {
  const [from, to] = [paramText(a), paramText(b)];
  return from === to ? path : `${path} ${from} → ${to}`;
}

function codeWords(card: RunComparison["card"]): string[] {
  const { lines } = codeDifference(card);
  const differs = (path: string) => card.differing.some((leaf) => leaf.path === path);
  return [
    ...(differs("code.commit") ? ["the commit"] : []),
    ...(lines > 0 ? [`${counted(lines, "line")} of code`] : []),
    ...(lines === 0 && !differs("code.commit") && differs("code.scriptHash") ? ["the script"] : []),
  ];
}

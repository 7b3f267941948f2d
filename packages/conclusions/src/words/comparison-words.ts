import type { Differences } from "../comparison/compare-configs.ts";
import type { ValuePair } from "../comparison/compare-values.ts";
import { judgedSeries } from "../comparison/judged-series.ts";
import type { RunComparison, SeriesComparison } from "../comparison/run-comparison.ts";
import { counted } from "../format/counted.ts";
import { epochWords } from "../format/epoch-words.ts";
import { formatDifference } from "../format/format-difference.ts";
import { formatDuration } from "../format/format-duration.ts";
import { formatValue } from "../format/format-value.ts";
import type { RunSummary, SeriesValue } from "../run-summary.ts";
import { cardWords } from "./card-words.ts";
import { comparisonHeadline } from "./comparison-headline.ts";
import { fairnessWords } from "./fairness-words.ts";
import { instead, paramText } from "./param-text.ts";
import { placeWords } from "./place-words.ts";
import { recounted } from "./recounted.ts";

/** What two runs are called in a sentence. */
export interface ComparedNames {
  /** @default "A" */
  readonly a?: string;
  /** @default "B" */
  readonly b?: string;
}

/**
 * How two runs differ, a sentence each: the one that `comparisonHeadline` says, how they stand, how the better one is better at
 * equal epoch and time, then params, code, data and machine, and what makes the comparison unfair.
 */
export function comparisonWords(
  comparison: RunComparison,
  { a = "A", b = "B" }: ComparedNames = {},
): string[] {
  const names = { a, b };
  return [
    comparisonHeadline(comparison, names),
    ...standingWords(comparison.a, a),
    ...standingWords(comparison.b, b),
    ...valueWords(comparison, names),
    ...paramWords(comparison.params, names),
    ...cardWords(comparison.card, names),
    ...fairnessWords(comparison, names),
  ];
}

type Names = Required<ComparedNames>;

const standings = {
  running: "is still running",
  stalled: "has stalled",
  failed: "failed",
  killed: "was killed",
  interrupted: "was interrupted",
  closed: "broke off",
  lost: "was lost from sight",
} as const;

/** Only what a reader must know before they compare: a run that ended as it should needs no word. */
function standingWords({ status: { state, reason } }: RunSummary, name: string): string[] {
  if (state === "finished" || state === "stopped_early") return [];
  const why = reason === undefined || reason === "" ? "" : `: ${recounted(reason)}`;
  return [`${name} ${standings[state]}${why.replace(/\.$/, "")}.`];
}

function valueWords(comparison: RunComparison, names: Names): string[] {
  if (comparison.series.length === 0) return ["They have no series in common."];
  const judged = judgedSeries(comparison);
  return judged === undefined ? [] : seriesWords(judged, names);
}

function seriesWords(series: SeriesComparison, names: Names): string[] {
  const { key, best, last, equalEpoch, equalTime } = series;
  const told = best ?? last;
  const first = pairWords(told, names, true);
  if (first === undefined) {
    const lacking = [told.a ? [] : [names.a], told.b ? [] : [names.b]].flat();
    return [
      `By ${key} ${lacking.join(" and ")} ${lacking.length > 1 ? "have" : "has"} no finite value.`,
    ];
  }
  const where = best === undefined ? "last" : "at its best";
  return [
    `By ${key} ${first}, each ${where}.`,
    ...also(equalEpoch, names, ({ epoch }) => `At ${epochWords(epoch)}, the last that both have`),
    ...also(
      equalTime,
      names,
      ({ ms }) => `After ${formatDuration(ms)} of training, as far as both came`,
    ),
  ];
}

function also<T extends ValuePair>(
  pair: T | undefined,
  names: Names,
  place: (pair: T) => string,
): string[] {
  const words = pair && pairWords(pair, names, false);
  return pair === undefined || words === undefined ? [] : [`${place(pair)}, ${words}.`];
}

/** `B is better: 0.9312 (epoch 12), A 0.9011 (epoch 9), a difference of +0.0301`; undefined where a value is missing. */
function pairWords(
  { a, b, difference, better }: ValuePair,
  names: Names,
  hasPlace: boolean,
): string | undefined {
  if (a === undefined || b === undefined) return undefined;
  const [inA, inB] = [a, b].map((value) => valueWord(value, hasPlace));
  if (difference === undefined) return `${names.a} has ${inA} and ${names.b} ${inB}`;
  if (difference === 0) return `they are equal: ${names.a} ${inA}, ${names.b} ${inB}`;
  const by = `a difference of ${formatDifference(difference).replace(/^[+−]/, "")}`;
  if (better === "a") return `${names.a} is better: ${inA}, ${names.b} ${inB}, ${by}`;
  if (better === "b") return `${names.b} is better: ${inB}, ${names.a} ${inA}, ${by}`;
  return `${names.a} has ${inA} and ${names.b} ${inB}, ${by}`;
}

const valueWord = (value: SeriesValue, hasPlace: boolean) =>
  `${formatValue(value.value)}${hasPlace ? ` (${placeWords(value)})` : ""}`;

const mostTold = 8;

function paramWords({ same, differing, onlyInA, onlyInB }: Differences, names: Names): string[] {
  if (differing.length + onlyInA.length + onlyInB.length === 0) {
    return same.length === 0 ? [] : [`Their params are the same, all ${same.length}.`];
  }
  const changed = differing.map(({ path, a, b }) => instead(path, a, b));
  const has = (leaves: Differences["onlyInA"]) =>
    leaves.map(({ path, value }) => `${path} ${paramText(value)}`);
  return [
    ...(changed.length === 0 ? [] : [`${names.b} has ${list(changed)}.`]),
    ...(onlyInA.length === 0 ? [] : [`Only ${names.a} has ${list(has(onlyInA))}.`]),
    ...(onlyInB.length === 0 ? [] : [`Only ${names.b} has ${list(has(onlyInB))}.`]),
  ];
}

function list(parts: readonly string[]): string {
  if (parts.length <= mostTold) return parts.join(", ");
  const rest = parts.length - mostTold;
  return `${parts.slice(0, mostTold).join(", ")} and ${counted(rest, "other", "others")}`;
}

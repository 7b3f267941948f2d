import { batchWords } from "../format/batch-words.ts";
import { counted } from "../format/counted.ts";
import { epochWords } from "../format/epoch-words.ts";
import { formatValue } from "../format/format-value.ts";
import { fewestEpochs } from "./fewest-epochs.ts";
import { type Divergence, findDivergence, findValidationExplosion } from "./find-divergence.ts";
import { findOverfitting } from "./find-overfitting.ts";
import { findSeries } from "./find-series.ts";
import { findUnderfitting } from "./find-underfitting.ts";
import { type JudgedPair, judgedPair } from "./judged-pair.ts";
import type { RunEvidence } from "./run-evidence.ts";
import { type VerdictRule, verdictRules } from "./verdict-rules.ts";

/** What a good colleague would say of a run. */
export interface RunVerdict {
  readonly rule: VerdictRule;
  /** In a few words: `overfitting from epoch 12`. */
  readonly words: string;
  /** The numbers it rests on, in a sentence. */
  readonly evidence: string;
  /** The epoch it is about, counted from 0. */
  readonly epoch?: number;
}

export interface Judgement {
  /** Absent where there are too few epochs to judge. */
  readonly verdict?: RunVerdict;
  readonly divergence?: Divergence;
  /** What it rests on. */
  readonly pair?: JudgedPair;
}

/**
 * Judges a run by its curves. It says nothing where there are too few epochs. Else it gives the first verdict whose rule holds:
 * `diverged`, `no validation`, `overfitting`, `underfitting`, `healthy`. The rules are in `verdictRules`.
 */
export function judgeRun(run: RunEvidence): Judgement {
  const divergence = findDivergence(run);
  const pair = judgedPair(run);
  const known = pair === undefined ? {} : { pair };
  if (divergence !== undefined) return { ...known, verdict: diverged(divergence), divergence };
  const none = unvalidated(run);
  if (none !== undefined) return { ...known, verdict: none };
  if (pair === undefined || pair.curves.epochs.length < fewestEpochs) return known;
  const overfitting = overfits(pair);
  if (overfitting !== undefined) return { pair, verdict: overfitting };
  const exploded = findValidationExplosion(run);
  if (exploded !== undefined) {
    return { pair, verdict: diverged(exploded), divergence: exploded };
  }
  return { pair, verdict: learns(run, pair) };
}

function diverged({ key, value, epoch, batch, before }: Divergence): RunVerdict {
  const place = [
    ...(epoch === undefined ? [] : [epochWords(epoch)]),
    ...(batch === undefined ? [] : [batchWords(batch)]),
  ].join(", ");
  const was = before === undefined ? "" : `; it was ${formatValue(before)} before`;
  const became = Number.isFinite(value)
    ? `${key} got worse${place === "" ? "" : ` from ${place} on`}, to ${formatValue(value)}`
    : `${key} became ${formatValue(value)}${place === "" ? "" : ` at ${place}`}`;
  return {
    rule: "diverged",
    words: place === "" ? "diverged" : `diverged at ${place}`,
    evidence: `${became}${was}.`,
    ...(epoch !== undefined && { epoch }),
  };
}

function unvalidated({ series }: RunEvidence): RunVerdict | undefined {
  const epochs = series.filter(({ per, kind }) => per === "epoch" && kind !== "system");
  const hasValidation = epochs.some(({ split }) => split === "validation");
  const trained = findSeries(series, "loss", "train") ?? findSeries(series, "metric", "train");
  const count = trained?.count ?? 0;
  if (hasValidation || count === 0) return undefined;
  return {
    rule: "no_validation",
    words: "no validation",
    evidence: `${counted(count, "epoch was", "epochs were")} trained, and nothing was measured on other data.`,
  };
}

function overfits(pair: JudgedPair): RunVerdict | undefined {
  const { curves, unit, trainKey, validationKey } = pair;
  const found = findOverfitting(curves);
  if (found === undefined) return undefined;
  const say = (value: number) => formatValue(unit * value);
  const { from, lowestEpoch, lowest, last, trainThen, trainLast } = found;
  const end = curves.epochs.at(-1) ?? 0;
  return {
    rule: "overfitting",
    words: `overfitting from ${epochWords(from)}`,
    evidence: `${validationKey} went from ${say(lowest)} (${epochWords(lowestEpoch)}) to ${say(last)} (${epochWords(end)}), ${trainKey} from ${say(trainThen)} to ${say(trainLast)}${means(pair)}.`,
    epoch: from,
  };
}

function learns(run: RunEvidence, pair: JudgedPair): RunVerdict {
  const { curves, count, trainKey, validationKey } = pair;
  const went = (key: string, values: readonly number[]) => {
    const { first, last } = run.series.find((series) => series.key === key) ?? {};
    // The values themselves are better than their means.
    const say = (known: number | undefined, mean: number | undefined) =>
      formatValue(Number.isFinite(known) ? Number(known) : pair.unit * (mean ?? 0));
    return `${say(first?.value, values[0])} to ${say(last?.value, values.at(-1))}`;
  };
  const evidence = `${trainKey} went from ${went(trainKey, curves.train)}, ${validationKey} from ${went(validationKey, curves.validation)}, in ${counted(count, "epoch")}.`;
  const rule = findUnderfitting(curves) ? "underfitting" : "healthy";
  return { rule, words: verdictRules[rule].words, evidence };
}

const means = ({ size }: JudgedPair) =>
  size === 1 ? "" : `, in means of ${counted(size, "epoch")}`;

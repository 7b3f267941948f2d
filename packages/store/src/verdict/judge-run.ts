import { findDivergence } from "./find-divergence.ts";
import { findOverfitting } from "./find-overfitting.ts";
import { findSeries } from "./find-series.ts";
import { findUnderfitting } from "./find-underfitting.ts";
import { judgedPair } from "./judged-pair.ts";
import type { RunEvidence } from "./run-evidence.ts";
import { shortNumber } from "./short-number.ts";
import { type VerdictRule, verdictRules } from "./verdict-rules.ts";

/** What a good colleague would say of a run. */
export interface RunVerdict {
  readonly rule: VerdictRule;
  /** In a few words: `overfitting from epoch 11`. */
  readonly words: string;
  /** The numbers it rests on, in a sentence. */
  readonly evidence: string;
  /** The epoch it is about. */
  readonly epoch?: number;
}

/** Fewer epochs than this say nothing but that a run diverged or was not validated. */
export const fewestEpochs = 8;

/**
 * Judges a run by its curves, and says nothing where there are too few epochs: of `diverged`, `no validation`, `overfitting`,
 * `underfitting` and `healthy` the first whose rule holds. The rules are in `verdictRules`.
 */
export function judgeRun(run: RunEvidence): RunVerdict | undefined {
  return diverged(run) ?? unvalidated(run) ?? judged(run);
}

function diverged(run: RunEvidence): RunVerdict | undefined {
  const found = findDivergence(run);
  if (found === undefined) return undefined;
  const { key, value, epoch, batch, before } = found;
  const place = [
    ...(epoch === undefined ? [] : [`epoch ${epoch}`]),
    ...(batch === undefined ? [] : [`batch ${batch}`]),
  ].join(", ");
  const was = before === undefined ? "" : `; it was ${shortNumber(before)} before`;
  return {
    rule: "diverged",
    words: place === "" ? "diverged" : `diverged at ${place}`,
    evidence: `${key} became ${shortNumber(value)}${place === "" ? "" : ` at ${place}`}${was}.`,
    ...(epoch !== undefined && { epoch }),
  };
}

function unvalidated({ series, curves }: RunEvidence): RunVerdict | undefined {
  const epochs = series.filter(({ per, kind }) => per === "epoch" && kind !== "system");
  const hasValidation = epochs.some(({ split }) => split === "validation");
  const trained = findSeries(series, "loss", "train") ?? findSeries(series, "metric", "train");
  const count = curves.get(trained?.key ?? "")?.values.length ?? 0;
  if (hasValidation || count === 0) return undefined;
  return {
    rule: "no_validation",
    words: "no validation",
    evidence: `${count === 1 ? "1 epoch was" : `${count} epochs were`} trained, and nothing was measured on other data.`,
  };
}

function judged(run: RunEvidence): RunVerdict | undefined {
  const pair = judgedPair(run);
  if (pair === undefined || pair.curves.epochs.length < fewestEpochs) return undefined;
  const { curves, sign, trainKey, validationKey } = pair;
  const say = (value: number) => shortNumber(sign * value);
  const overfitting = findOverfitting(curves);
  if (overfitting !== undefined) {
    const { from, lowestEpoch, lowest, last, trainThen, trainLast } = overfitting;
    const end = curves.epochs.at(-1) ?? 0;
    return {
      rule: "overfitting",
      words: `overfitting from epoch ${from}`,
      evidence: `${validationKey} went from ${say(lowest)} (epoch ${lowestEpoch}) to ${say(last)} (epoch ${end}), ${trainKey} from ${say(trainThen)} to ${say(trainLast)}.`,
      epoch: from,
    };
  }
  const [first, last] = [curves.train[0] ?? 0, curves.train.at(-1) ?? 0];
  const evidence = `${trainKey} went from ${say(first)} to ${say(last)}, ${validationKey} from ${say(curves.validation[0] ?? 0)} to ${say(curves.validation.at(-1) ?? 0)}, in ${curves.epochs.length} epochs.`;
  const rule = findUnderfitting(curves) ? "underfitting" : "healthy";
  return { rule, words: verdictRules[rule].words, evidence };
}

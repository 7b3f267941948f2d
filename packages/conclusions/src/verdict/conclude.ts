import type { StoppedEarlyEvent } from "@epochal/record";
import { costOf, type TrackingCost } from "./cost-of.ts";
import { type Disagreement, findDisagreement } from "./find-disagreement.ts";
import type { Divergence } from "./find-divergence.ts";
import { findGap, type GeneralizationGap } from "./find-gap.ts";
import { findPlateau, type Plateau } from "./find-plateau.ts";
import { judgeRun, type RunVerdict } from "./judge-run.ts";
import type { JudgedPair } from "./judged-pair.ts";
import { pairedCurves } from "./paired-curves.ts";
import { type Reached, reachedOf } from "./reached-of.ts";
import { type Regret, regretsOf } from "./regrets-of.ts";
import type { RunEvidence } from "./run-evidence.ts";
import { soundEvent } from "./sound-event.ts";
import { stopOf } from "./stop-of.ts";
import { thinPair } from "./thin-pair.ts";

/** What follows from a run's values: computed when it is read, by rules that are written down. */
export interface RunConclusions {
  /** How far training came; absent where no series and no event names an epoch. */
  readonly reached?: Reached;
  /** What early stopping watched, where it did. */
  readonly monitor?: string;
  /** The early stop that ended it. */
  readonly stopped?: StoppedEarlyEvent;
  /** Absent where there are too few epochs to judge. */
  readonly verdict?: RunVerdict;
  /** Where its numbers broke for good. */
  readonly divergence?: Divergence;
  /** Of the loss, or of the metric the run is judged by. */
  readonly gap?: GeneralizationGap & { readonly key: string };
  /** Of the validation value the run is judged by. */
  readonly plateau?: Plateau & { readonly key: string };
  /** Of the validation loss with each validation metric. */
  readonly disagreements: readonly (Disagreement & { readonly key: string })[];
  /** What tracking cost so far, where the run says. */
  readonly cost?: TrackingCost;
  /** For each series that has a better way: what the best epoch would have given. */
  readonly regrets: readonly Regret[];
}

const mostPoints = 400;

/** Draws all conclusions of a run. None of them contradicts the verdict. Pure. */
export function conclude(evidence: RunEvidence): RunConclusions {
  const run = { ...evidence, events: evidence.events.map(soundEvent) };
  const { verdict, divergence, pair } = judgeRun(run);
  const gap = pair && gapOf(pair, verdict);
  const plateau = pair && plateauOf(pair, verdict);
  const cost = costOf(run);
  const reached = reachedOf(run);
  const stopped = stopOf(run.events);
  const watching = run.events.find((event) => event.type === "early_stopping");
  return {
    ...(reached !== undefined && { reached }),
    ...(watching !== undefined && { monitor: watching.monitor }),
    ...(stopped !== undefined && { stopped }),
    ...(verdict !== undefined && { verdict }),
    ...(divergence !== undefined && { divergence }),
    ...(gap && { gap }),
    ...(plateau && { plateau }),
    ...(cost !== undefined && { cost }),
    disagreements: disagreementsOf(run),
    regrets: regretsOf(run.series),
  };
}

/** A growing gap is told only where it does harm: while validation gets no worse, training merely gets ahead. */
function gapOf(
  { curves, unit, validationKey }: JudgedPair,
  verdict: RunVerdict | undefined,
): RunConclusions["gap"] {
  const found = findGap(curves);
  if (found === undefined) return undefined;
  const last = Math.abs(unit) * found.last;
  const { rule } = verdict ?? {};
  const isHarm = rule === "overfitting" || rule === "underfitting";
  const { from } = found;
  if (!Number.isFinite(last)) return undefined;
  return { key: validationKey, last, ...(isHarm && from !== undefined && { from }) };
}

/** A curve that rises is not flat. A curve whose numbers broke is neither. */
function plateauOf(
  { curves: { epochs, validation }, validationKey }: JudgedPair,
  verdict: RunVerdict | undefined,
): RunConclusions["plateau"] {
  if (verdict === undefined || verdict.rule === "diverged") return undefined;
  const found = findPlateau({ epochs, values: validation });
  if (found === undefined || found.from <= (verdict.epoch ?? -Infinity)) return undefined;
  return { ...found, key: validationKey };
}

function disagreementsOf({ series, curves }: RunEvidence): RunConclusions["disagreements"] {
  const validated = series.filter(({ split, per }) => split === "validation" && per === "epoch");
  const loss = validated.find(({ kind, metric }) => kind === "loss" && metric === "loss");
  const lossCurve = curves.get(loss?.key ?? "");
  if (lossCurve === undefined) return [];
  return validated.flatMap(({ kind, direction, key }) => {
    const curve = curves.get(key);
    if (kind !== "metric" || direction === undefined || curve === undefined) return [];
    // Pairing comes before thinning: thinned first, curves with gaps would keep different epochs.
    const { epochs, train, validation } = thinPair(pairedCurves(lossCurve, curve), mostPoints);
    const found = findDisagreement(
      { epochs, values: train },
      { epochs, values: validation },
      direction,
    );
    return found === undefined ? [] : [{ ...found, key }];
  });
}

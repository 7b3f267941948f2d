import { costOf, type TrackingCost } from "./cost-of.ts";
import { type Disagreement, findDisagreement } from "./find-disagreement.ts";
import { type Divergence, findDivergence } from "./find-divergence.ts";
import { findGap, type GeneralizationGap } from "./find-gap.ts";
import { findPlateau, type Plateau } from "./find-plateau.ts";
import { judgeRun, type RunVerdict } from "./judge-run.ts";
import { judgedPair } from "./judged-pair.ts";
import { type Regret, regretsOf } from "./regrets-of.ts";
import type { RunEvidence } from "./run-evidence.ts";
import { soundEvent } from "./sound-event.ts";
import { thinCurve } from "./thin-curve.ts";

/** What follows from a run's values: computed when it is read, by rules that are written down. */
export interface RunConclusions {
  /** What early stopping watched, where it did. */
  readonly monitor?: string;
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

/** All conclusions of a run. Pure. */
export function conclude(evidence: RunEvidence): RunConclusions {
  const run = { ...evidence, events: evidence.events.map(soundEvent) };
  const verdict = judgeRun(run);
  const pair = judgedPair(run);
  const gap = pair && findGap(pair.curves);
  const plateau =
    pair && findPlateau({ epochs: pair.curves.epochs, values: pair.curves.validation });
  const divergence = findDivergence(run);
  const cost = costOf(run);
  const watching = run.events.find((event) => event.type === "early_stopping");
  return {
    ...(watching?.type === "early_stopping" && { monitor: watching.monitor }),
    ...(verdict !== undefined && { verdict }),
    ...(divergence !== undefined && { divergence }),
    ...(pair && gap && { gap: { ...gap, key: pair.validationKey } }),
    ...(pair && plateau && { plateau: { ...plateau, key: pair.validationKey } }),
    ...(cost !== undefined && { cost }),
    disagreements: disagreementsOf(run),
    regrets: regretsOf(run.series),
  };
}

function disagreementsOf({ series, curves }: RunEvidence): RunConclusions["disagreements"] {
  const validated = series.filter(({ split, per }) => split === "validation" && per === "epoch");
  const loss = validated.find(({ kind, metric }) => kind === "loss" && metric === "loss");
  const lossCurve = curves.get(loss?.key ?? "");
  if (lossCurve === undefined) return [];
  return validated.flatMap(({ kind, direction, key }) => {
    const curve = curves.get(key);
    if (kind !== "metric" || direction === undefined || curve === undefined) return [];
    const found = findDisagreement(
      thinCurve(lossCurve, mostPoints),
      thinCurve(curve, mostPoints),
      direction,
    );
    return found === undefined ? [] : [{ ...found, key }];
  });
}

/** What follows from a run's values, in pure functions that also run in a browser. */

export { compareConfigs, type Differences, type Leaf } from "./comparison/compare-configs.ts";
export { compareValues, type ValuePair } from "./comparison/compare-values.ts";
export { isSeed } from "./comparison/is-seed.ts";
export type { RunComparison, SeriesComparison } from "./comparison/run-comparison.ts";
export type { RecordedEvent } from "./recorded-event.ts";
export type { RunState, RunStatus, RunSummary, SeriesSummary, SeriesValue } from "./run-summary.ts";
export {
  describeSample,
  type Interval,
  type SampleSummary,
} from "./statistics/describe-sample.ts";
export { type RankCorrelation, rankCorrelation } from "./statistics/rank-correlation.ts";
export { tQuantile } from "./statistics/t-quantile.ts";
export { type MeanDifference, welchInterval } from "./statistics/welch-interval.ts";
export { briefVerdict } from "./verdict/brief-verdict.ts";
export { cardOf } from "./verdict/card-of.ts";
export { conclude, type RunConclusions } from "./verdict/conclude.ts";
export { conclusionWords } from "./verdict/conclusion-words.ts";
export type { TrackingCost } from "./verdict/cost-of.ts";
export type { Curve } from "./verdict/curve.ts";
export { divergenceWords } from "./verdict/divergence-words.ts";
export { earlyStoppingWords } from "./verdict/early-stopping-words.ts";
export { eventWords } from "./verdict/event-words.ts";
export { fewestEpochs } from "./verdict/fewest-epochs.ts";
export type { Disagreement, EpochValues } from "./verdict/find-disagreement.ts";
export type { Divergence } from "./verdict/find-divergence.ts";
export type { GeneralizationGap } from "./verdict/find-gap.ts";
export type { Plateau } from "./verdict/find-plateau.ts";
export type { RunVerdict } from "./verdict/judge-run.ts";
export { type LastTrace, lastTrace } from "./verdict/last-trace.ts";
export { type LaterCard, laterCardsOf } from "./verdict/later-cards-of.ts";
export { type ComparedRun, type PrimaryMetric, primaryMetric } from "./verdict/primary-metric.ts";
export type { Reached } from "./verdict/reached-of.ts";
export type { Regret } from "./verdict/regrets-of.ts";
export type { RunEvidence } from "./verdict/run-evidence.ts";
export { soundEvent } from "./verdict/sound-event.ts";
export { type RunStretches, standingEvents } from "./verdict/standing-events.ts";
export { type StatusParts, statusParts, type ToldRun } from "./verdict/status-parts.ts";
export { stopOf } from "./verdict/stop-of.ts";
export { stretchesOfFits } from "./verdict/stretches-of-fits.ts";
export { type VerdictRule, verdictRules } from "./verdict/verdict-rules.ts";
export { type WhatIfPatience, whatIfPatience } from "./verdict/what-if-patience.ts";

/** What follows from a run's values, and how it is said, in pure functions that also run in a browser. */

export {
  type ChangedLine,
  type CodeDifference,
  type CodePart,
  codeDifference,
} from "./comparison/code-difference.ts";
export { compareConfigs, type Differences, type Leaf } from "./comparison/compare-configs.ts";
export { compareValues, type ValuePair } from "./comparison/compare-values.ts";
export { type ComparisonLight, comparisonLights } from "./comparison/comparison-lights.ts";
export { isSeed } from "./comparison/is-seed.ts";
export { isShare } from "./comparison/is-share.ts";
export { judgedSeries } from "./comparison/judged-series.ts";
export type { RunComparison, SeriesComparison } from "./comparison/run-comparison.ts";
export type { CategoryEffect, EffectGroup } from "./effects/category-effect.ts";
export type { NumberEffect } from "./effects/number-effect.ts";
export { type GridCell, type ParamGrid, type ParamLevel, paramGrid } from "./effects/param-grid.ts";
export {
  type EffectRun,
  type ParameterEffects,
  type ParameterEffectsOptions,
  parameterEffects,
} from "./effects/parameter-effects.ts";
export {
  type SearchedRun,
  type SearchRecord,
  searchProgress,
} from "./effects/search-progress.ts";
export { batchWords } from "./format/batch-words.ts";
export { briefMoment } from "./format/brief-moment.ts";
export { counted } from "./format/counted.ts";
export { countedOf } from "./format/counted-of.ts";
export { epochWords } from "./format/epoch-words.ts";
export { formatAge } from "./format/format-age.ts";
export { formatBriefParam } from "./format/format-brief-param.ts";
export { formatBytes } from "./format/format-bytes.ts";
export { formatCorrelation } from "./format/format-correlation.ts";
export { formatCount } from "./format/format-count.ts";
export { formatDifference } from "./format/format-difference.ts";
export { formatDuration } from "./format/format-duration.ts";
export { formatFactor } from "./format/format-factor.ts";
export { formatMoment } from "./format/format-moment.ts";
export { formatParam } from "./format/format-param.ts";
export { formatPoints } from "./format/format-points.ts";
export { formatShare } from "./format/format-share.ts";
export { formatStretch } from "./format/format-stretch.ts";
export { formatValue } from "./format/format-value.ts";
export { formatValues } from "./format/format-values.ts";
export { shownEpoch } from "./format/shown-epoch.ts";
export { valueFormat } from "./format/value-format.ts";
export { neededCurves } from "./needed-curves.ts";
export type { RecordedEvent } from "./recorded-event.ts";
export { rulesVersion } from "./rules-version.ts";
export type { RunState, RunStatus, RunSummary, SeriesSummary, SeriesValue } from "./run-summary.ts";
export {
  describeSample,
  type Interval,
  type SampleSummary,
} from "./statistics/describe-sample.ts";
export { type RankCorrelation, rankCorrelation } from "./statistics/rank-correlation.ts";
export { tQuantile } from "./statistics/t-quantile.ts";
export {
  type ComparedSample,
  type MeanDifference,
  welchInterval,
} from "./statistics/welch-interval.ts";
export { naturalKey } from "./text/natural-key.ts";
export { naturalOrder } from "./text/natural-order.ts";
export { cardOf } from "./verdict/card-of.ts";
export { conclude, type RunConclusions } from "./verdict/conclude.ts";
export type { TrackingCost } from "./verdict/cost-of.ts";
export type { EpochCurve } from "./verdict/epoch-curve.ts";
export { fewestEpochs } from "./verdict/fewest-epochs.ts";
export type { Disagreement, EpochValues } from "./verdict/find-disagreement.ts";
export type { Divergence } from "./verdict/find-divergence.ts";
export type { GeneralizationGap } from "./verdict/find-gap.ts";
export type { Plateau } from "./verdict/find-plateau.ts";
export type { RunVerdict } from "./verdict/judge-run.ts";
export { type LastTrace, lastTrace } from "./verdict/last-trace.ts";
export { type LaterCard, laterCardsOf } from "./verdict/later-cards-of.ts";
export { plannedEpochs } from "./verdict/planned-epochs.ts";
export {
  type ComparedRun,
  type CountedSeries,
  chooseMetric,
  judgingRuns,
  type PrimaryMetric,
  primaryMetric,
} from "./verdict/primary-metric.ts";
export { type RankableRun, type RankedRun, rankRuns } from "./verdict/rank-runs.ts";
export type { Reached } from "./verdict/reached-of.ts";
export type { Regret } from "./verdict/regrets-of.ts";
export type { RunEvidence } from "./verdict/run-evidence.ts";
export { soundEvent } from "./verdict/sound-event.ts";
export { type RunStretches, standingEvents } from "./verdict/standing-events.ts";
export { stopOf } from "./verdict/stop-of.ts";
export { stretchesOfFits } from "./verdict/stretches-of-fits.ts";
export { type VerdictRule, verdictRules } from "./verdict/verdict-rules.ts";
export { type WhatIfPatience, whatIfPatience } from "./verdict/what-if-patience.ts";
export { type BestGroup, bestGroupWords } from "./words/best-group-words.ts";
export {
  type BestRunWords,
  bestRunWords,
  type JudgedRun,
} from "./words/best-run-words.ts";
export { briefEventWords } from "./words/brief-event-words.ts";
export { briefVerdict } from "./words/brief-verdict.ts";
export { comparisonHeadline } from "./words/comparison-headline.ts";
export { type ComparedNames, comparisonWords } from "./words/comparison-words.ts";
export { conclusionWords } from "./words/conclusion-words.ts";
export { type CrossingFacts, crossingWords } from "./words/crossing-words.ts";
export { type CurveFacts, curveWords } from "./words/curve-words.ts";
export {
  type DatedRun,
  describeStatus,
  type StatusTone,
  type StatusWords,
} from "./words/describe-status.ts";
export { divergenceWords } from "./words/divergence-words.ts";
export { earlyStoppingWords } from "./words/early-stopping-words.ts";
export { effectWords } from "./words/effect-words.ts";
export { eventWords } from "./words/event-words.ts";
export { fairnessWords } from "./words/fairness-words.ts";
export {
  type ComparedGroup,
  fewestInGroup,
  type GroupDifference,
  groupDifferenceWords,
} from "./words/group-difference-words.ts";
export { type GroupsFacts, groupSilenceWords } from "./words/group-silence-words.ts";
export { lastOutput } from "./words/last-output.ts";
export { lightWords } from "./words/light-words.ts";
export { mostToldFits } from "./words/most-told-fits.ts";
export { paramText } from "./words/param-text.ts";
export { placeWords } from "./words/place-words.ts";
export { type ProgressFacts, progressWords } from "./words/progress-words.ts";
export { type ProjectFact, projectFacts, type RunCounts } from "./words/project-facts.ts";
export { type RepeatCommand, repeatCommand } from "./words/repeat-command.ts";
export { shownPlace } from "./words/shown-place.ts";
export { type StatusParts, statusParts, type ToldRun } from "./words/status-parts.ts";
export { stopWords } from "./words/stop-words.ts";
export { type UnjudgedRuns, unjudgedWords } from "./words/unjudged-words.ts";
export { waitWords } from "./words/wait-words.ts";
export { whatIfWords } from "./words/what-if-words.ts";

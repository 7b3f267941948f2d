/** What follows from a run's values, in pure functions that also run in a browser. */
export type { RunCard } from "@epochal/callbacks";
export { briefVerdict } from "./brief-verdict.ts";
export { cardOf } from "./card-of.ts";
export { conclude, type RunConclusions } from "./conclude.ts";
export type { TrackingCost } from "./cost-of.ts";
export type { Curve } from "./curve.ts";
export { earlyStoppingWords } from "./early-stopping-words.ts";
export { eventWords } from "./event-words.ts";
export type { Disagreement, EpochValues } from "./find-disagreement.ts";
export type { Divergence } from "./find-divergence.ts";
export type { GeneralizationGap } from "./find-gap.ts";
export type { Plateau } from "./find-plateau.ts";
export { fewestEpochs, type RunVerdict } from "./judge-run.ts";
export { type ComparedRun, type PrimaryMetric, primaryMetric } from "./primary-metric.ts";
export type { Regret } from "./regrets-of.ts";
export type { RunEvidence } from "./run-evidence.ts";
export { type VerdictRule, verdictRules } from "./verdict-rules.ts";
export { type WhatIfPatience, whatIfPatience } from "./what-if-patience.ts";

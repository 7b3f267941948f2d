export type {
  Reached,
  RunComparison,
  RunConclusions,
  RunState,
  RunStatus,
  RunSummary,
  RunVerdict,
  SeriesSummary,
  SeriesValue,
} from "@epochal/conclusions";
export type { Band, BandCenter, BandSpread, Bands, BandsQuery } from "./bands/bands.ts";
export type { RecordOptions } from "./card/record-options.ts";
export type {
  FigureName,
  GroupFigure,
  GroupSummaries,
  GroupSummary,
  GroupsQuery,
} from "./group-summaries.ts";
export { openStore } from "./open-store.ts";
export type { OpenStoreOptions } from "./open-store-options.ts";
export type { ParameterEffectsQuery, RunEffects } from "./parameter-effects.ts";
export type { Project, ProjectRecord, ProjectSummary, TrainingRun } from "./project-summary.ts";
export { QueryError } from "./query/query-error.ts";
export type { NoteOptions, RequestOptions } from "./request-options.ts";
export { checkStore, type StoreCheck } from "./rescue/check-store.ts";
export { type SalvageCounts, type SalvageReport, salvageStore } from "./rescue/salvage-store.ts";
export type { StoreFinding } from "./rescue/store-finding.ts";
export type { Run, RunEnd, RunOptions } from "./run.ts";
export type { DeleteOptions, RunChanges } from "./run-changes.ts";
export type { AskedRequest, RunDetails, RunSegment } from "./run-details.ts";
export type { ParamFacet, RunFacets, SeriesFacet } from "./run-facets.ts";
export type { RunFilter } from "./run-filter.ts";
export type {
  DirectedOrder,
  ListedRun,
  ListedRuns,
  RunOrder,
  RunParts,
  RunQuery,
  UsualParts,
} from "./run-query.ts";
export type {
  ManySeries,
  ManySeriesQuery,
  SeriesBuckets,
  SeriesPart,
  SeriesPoints,
  SeriesQuery,
  WantedSeries,
} from "./series-points.ts";
export type { SqlOptions, SqlRows } from "./sql/sql-options.ts";
export type {
  ChangedRuns,
  ComparedRuns,
  ExportRunOptions,
  GetRunOptions,
  Store,
  WaitOptions,
} from "./store.ts";
export type {
  AuditAction,
  AuditEntry,
  AuditQuery,
  NewToken,
  StoreAccess,
  Token,
  TokenCheck,
  TokenOptions,
  TokenRole,
} from "./store-access.ts";
export { StoreError, type StoreErrorCode } from "./store-error.ts";
export type { StoreTypes } from "./store-types.ts";
export type { Unfolded } from "./unfolded.ts";
export type {
  PruneOptions,
  PruneReport,
  PurgeOptions,
  PurgeReport,
  Retention,
  StorageReport,
  UpkeepProgress,
} from "./upkeep-options.ts";

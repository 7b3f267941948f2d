export { type OpenStoreOptions, openStore } from "./open-store.ts";
export type { Run, RunEnd, RunOptions } from "./run.ts";
export type { RecordedEvent, RunDetails, RunSegment } from "./run-details.ts";
export type { RunState, RunStatus, RunSummary, SeriesSummary, SeriesValue } from "./run-summary.ts";
export type {
  Changes,
  Project,
  RunOrder,
  RunPage,
  RunQuery,
  SeriesPoints,
  SeriesQuery,
  Store,
} from "./store.ts";
export { StoreError, type StoreErrorCode } from "./store-error.ts";

import type { BandsQuery } from "../bands/bands.ts";
import type { GroupsQuery } from "../group-summaries.ts";
import type { OpenStoreOptions } from "../open-store-options.ts";
import type { ParameterEffectsQuery } from "../parameter-effects.ts";
import type { NoteOptions, RequestOptions } from "../request-options.ts";
import type { RunEnd, RunOptions } from "../run.ts";
import type { DeleteOptions, RunChanges } from "../run-changes.ts";
import type { RunFilter } from "../run-filter.ts";
import type { RunQuery } from "../run-query.ts";
import type { ManySeriesQuery, SeriesQuery } from "../series-points.ts";
import type { SqlOptions } from "../sql/sql-options.ts";
import type { ExportRunOptions, GetRunOptions, WaitOptions } from "../store.ts";
import type { AuditQuery, TokenOptions } from "../store-access.ts";
import type { PruneOptions, PurgeOptions, Retention } from "../upkeep-options.ts";

/** The options of each call. */
export interface TakenOptions {
  readonly openStore: OpenStoreOptions;
  readonly startRun: RunOptions;
  readonly finish: RunEnd;
  readonly request: RequestOptions;
  readonly addNote: NoteOptions;
  readonly updateRun: RunChanges;
  readonly deleteRuns: DeleteOptions;
  readonly restoreRuns: DeleteOptions;
  readonly facets: RunFilter;
  readonly purge: PurgeOptions;
  readonly prune: PruneOptions;
  readonly setRetention: Retention;
  readonly listRuns: RunQuery;
  readonly getRun: GetRunOptions;
  readonly readSeries: SeriesQuery;
  readonly exportRun: ExportRunOptions;
  readonly readSql: SqlOptions;
  readonly waitForChange: WaitOptions;
  readonly readManySeries: ManySeriesQuery;
  readonly bands: BandsQuery;
  readonly summarizeGroups: GroupsQuery;
  readonly parameterEffects: ParameterEffectsQuery;
  readonly createToken: TokenOptions;
  readonly revokeToken: { readonly by?: string };
  readonly readLog: AuditQuery;
}

/** The names of all options. */
export const optionNames: {
  readonly [Owner in keyof TakenOptions]: Readonly<
    Record<keyof TakenOptions[Owner] & string, true>
  >;
} = {
  openStore: { onError: true, create: true },
  startRun: {
    project: true,
    name: true,
    config: true,
    tags: true,
    notes: true,
    startedAt: true,
    record: true,
  },
  finish: { state: true, reason: true, error: true, at: true },
  request: { want: true, by: true },
  addNote: { text: true, by: true },
  updateRun: { name: true, tags: true, notes: true, group: true, archived: true, by: true },
  deleteRuns: { by: true },
  restoreRuns: { by: true },
  facets: { project: true, within: true, ids: true, where: true, deleted: true, archived: true },
  purge: { ids: true, olderThan: true, dryRun: true, onProgress: true },
  prune: {
    project: true,
    ids: true,
    where: true,
    keepEvery: true,
    by: true,
    dryRun: true,
    onProgress: true,
  },
  setRetention: { deleteAfterDays: true, thinAfterDays: true, keepEvery: true },
  listRuns: {
    project: true,
    within: true,
    ids: true,
    where: true,
    deleted: true,
    archived: true,
    order: true,
    with: true,
    limit: true,
    offset: true,
  },
  getRun: { withoutEvents: true },
  bands: {
    key: true,
    project: true,
    within: true,
    ids: true,
    where: true,
    deleted: true,
    archived: true,
    by: true,
    tags: true,
    x: true,
    center: true,
    spread: true,
    points: true,
    from: true,
    to: true,
  },
  summarizeGroups: {
    key: true,
    project: true,
    within: true,
    ids: true,
    where: true,
    deleted: true,
    archived: true,
    by: true,
    tags: true,
    direction: true,
    figures: true,
  },
  parameterEffects: {
    metric: true,
    project: true,
    within: true,
    ids: true,
    where: true,
    deleted: true,
    archived: true,
  },
  exportRun: { superseded: true },
  readSql: { maxRows: true, timeoutMs: true },
  waitForChange: { timeoutMs: true },
  readManySeries: { series: true, from: true, to: true, width: true, since: true },
  createToken: { name: true, role: true, projects: true, expires: true, by: true },
  revokeToken: { by: true },
  readLog: { limit: true },
  readSeries: { run: true, key: true, from: true, to: true, segment: true, width: true },
};

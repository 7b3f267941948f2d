import type { RunConclusions } from "@epochal/conclusions";
import type { JournalRecord } from "@epochal/record";
import type { Bands, BandsQuery } from "../bands/bands.ts";
import { exportRun } from "../exchange/export-run.ts";
import type { GroupSummaries, GroupsQuery } from "../group-summaries.ts";
import { takeOptions } from "../options/take-options.ts";
import type { ParameterEffectsQuery, RunEffects } from "../parameter-effects.ts";
import type { Project, ProjectSummary } from "../project-summary.ts";
import type { RunDetails } from "../run-details.ts";
import type { RunFacets } from "../run-facets.ts";
import type { RunFilter } from "../run-filter.ts";
import type { ListedRuns, RunParts, RunQuery, UsualParts } from "../run-query.ts";
import type { ManySeries, ManySeriesQuery, SeriesPoints, SeriesQuery } from "../series-points.ts";
import type { SqlOptions, SqlRows } from "../sql/sql-options.ts";
import type { AskedQueries } from "../sqlite/reads/open-queries.ts";
import type {
  ChangedRuns,
  ComparedRuns,
  ExportRunOptions,
  GetRunOptions,
  WaitOptions,
} from "../store.ts";
import type { StoreTypes } from "../store-types.ts";

/** A database that does not tell of changes is asked so often. */
const askMs = 250;

/** The reads of a store, by the queries of its database. */
export abstract class StoreReads {
  abstract readonly location: string;

  /** Asks the database, once it has what was logged before. */
  protected abstract read<T>(query: (queries: AskedQueries) => T): Promise<Awaited<T>>;

  /** Asks the database in plain SQL. */
  protected abstract askSql(sql: string, options: SqlOptions): Promise<SqlRows>;

  listProjects(): Promise<readonly Project[]> {
    return this.read((queries) => queries.listProjects());
  }

  summarizeProjects(): Promise<readonly ProjectSummary[]> {
    return this.read((queries) => queries.summarizeProjects());
  }

  async facets(filter: RunFilter = {}): Promise<RunFacets> {
    const taken = takeOptions("facets", filter);
    return this.read((queries) => queries.facets(taken));
  }

  async listRuns<const Parts extends RunParts = UsualParts>(
    query: RunQuery<StoreTypes, Parts> = {},
  ): Promise<ListedRuns<StoreTypes, Parts>> {
    const taken = takeOptions("listRuns", query);
    return this.read((queries) => queries.listRuns(taken)) as Promise<
      ListedRuns<StoreTypes, Parts>
    >;
  }

  async getRun(id: string, options: GetRunOptions = {}): Promise<RunDetails> {
    const taken = takeOptions("getRun", options);
    return this.read((queries) => queries.getRun(id, taken));
  }

  concludeRun(id: string): Promise<RunConclusions> {
    return this.read((queries) => queries.concludeRun(id));
  }

  compareRuns(a: string, b: string): Promise<ComparedRuns> {
    return this.read((queries) => queries.compareRuns(a, b));
  }

  async bands(query: BandsQuery): Promise<Bands> {
    const taken = takeOptions("bands", query);
    return this.read((queries) => queries.bands(taken));
  }

  async summarizeGroups(query: GroupsQuery): Promise<GroupSummaries> {
    const taken = takeOptions("summarizeGroups", query);
    return this.read((queries) => queries.summarizeGroups(taken));
  }

  async parameterEffects(query: ParameterEffectsQuery): Promise<RunEffects> {
    const taken = takeOptions("parameterEffects", query);
    return this.read((queries) => queries.parameterEffects(taken));
  }

  async readSeries(query: SeriesQuery): Promise<SeriesPoints> {
    const taken = takeOptions("readSeries", query);
    return this.read((queries) => queries.readSeries(taken));
  }

  async readManySeries(query: ManySeriesQuery): Promise<ManySeries> {
    const taken = takeOptions("readManySeries", query);
    return this.read((queries) => queries.readManySeries(taken));
  }

  /** How many changes the database has told of by itself. */
  protected get told(): number {
    return 0;
  }

  /** Waits until the database tells of another one, where it does, or until it is time to ask it. */
  protected async rest(_told: number, forMs: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, Math.min(forMs, askMs)));
  }

  async waitForChange(since: number, options: WaitOptions = {}): Promise<void> {
    const { timeoutMs = 10_000 } = takeOptions("waitForChange", options);
    if (!Number.isFinite(since) || typeof timeoutMs !== "number" || !(timeoutMs >= 0)) {
      throw new TypeError(
        `waitForChange: since and timeoutMs must be numbers. Received: ${String(since)}, ${String(timeoutMs)}`,
      );
    }
    const until = performance.now() + timeoutMs;
    for (;;) {
      const { told } = this;
      const { revision } = await this.listChanges();
      const left = until - performance.now();
      if (revision !== since || left <= 0) return;
      await this.rest(told, left);
    }
  }

  listChanges(since?: number): Promise<ChangedRuns> {
    return this.read((queries) => queries.listChanges(since));
  }

  exportRun(id: string, options: ExportRunOptions = {}): AsyncIterable<JournalRecord> {
    const taken = takeOptions("exportRun", options);
    return exportRun({ ...taken, id, read: (ask) => this.read(ask) });
  }

  async readSql(sql: string, options: SqlOptions = {}): Promise<SqlRows> {
    const taken = takeOptions("readSql", options);
    // So that what was logged before is there.
    await this.read(() => undefined);
    return this.askSql(sql, taken);
  }
}

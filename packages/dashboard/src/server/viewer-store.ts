import "server-only";
import {
  type Bands,
  type BandsQuery,
  type ChangedRuns,
  type ComparedRuns,
  type DeleteOptions,
  type ExportRunOptions,
  type GetRunOptions,
  type GroupSummaries,
  type GroupsQuery,
  type ListedRuns,
  type ManySeries,
  type ManySeriesQuery,
  type NoteOptions,
  type ParameterEffectsQuery,
  type Project,
  type ProjectSummary,
  type PruneReport,
  type PurgeReport,
  type RequestOptions,
  type Run,
  type RunChanges,
  type RunDetails,
  type RunEffects,
  type RunFacets,
  type RunFilter,
  type RunParts,
  type RunQuery,
  type SeriesPoints,
  type SeriesQuery,
  type SqlRows,
  type StorageReport,
  type Store,
  type StoreAccess,
  StoreError,
  type StoreTypes,
  type UsualParts,
} from "@epochal/store";
import type { Viewer } from "./login/viewer.ts";

/**
 * A store as somebody with a token may see it: of runs of other projects it knows nothing, and what they change has their name. The gate has
 * looked before whether they may change anything; what no page does, this does not do either.
 */
export class ViewerStore implements Store {
  readonly location: string;
  readonly #whole: Store;
  readonly #viewer: Viewer;

  constructor(whole: Store, viewer: Viewer) {
    this.location = whole.location;
    this.#whole = whole;
    this.#viewer = viewer;
  }

  get access(): StoreAccess {
    throw this.#refusal();
  }

  startRun(): Promise<Run> {
    return Promise.reject(this.#refusal());
  }

  resumeRun(): Promise<Run> {
    return Promise.reject(this.#refusal());
  }

  purge(): Promise<PurgeReport> {
    return Promise.reject(this.#refusal());
  }

  prune(): Promise<PruneReport> {
    return Promise.reject(this.#refusal());
  }

  setRetention(): Promise<void> {
    return Promise.reject(this.#refusal());
  }

  readSql(): Promise<SqlRows> {
    return Promise.reject(this.#refusal());
  }

  /** It is open for all of them. */
  async close(): Promise<void> {}

  async request(id: string, options: RequestOptions): Promise<string> {
    await this.#assertOwn([id]);
    return this.#whole.request(id, { ...options, ...this.#by() });
  }

  async addNote(id: string, options: NoteOptions): Promise<void> {
    await this.#assertOwn([id]);
    return this.#whole.addNote(id, { ...options, ...this.#by() });
  }

  updateRun(id: string, changes: RunChanges): Promise<void> {
    return this.updateRuns(new Map([[id, changes]]));
  }

  async updateRuns(changes: ReadonlyMap<string, RunChanges>): Promise<void> {
    await this.#assertOwn([...changes.keys()]);
    const named = [...changes].map(([id, each]) => [id, { ...each, ...this.#by() }] as const);
    return this.#whole.updateRuns(new Map(named));
  }

  async deleteRuns(ids: readonly string[], options: DeleteOptions = {}): Promise<void> {
    await this.#assertOwn(ids);
    return this.#whole.deleteRuns(ids, { ...options, ...this.#by() });
  }

  async restoreRuns(ids: readonly string[], options: DeleteOptions = {}): Promise<void> {
    await this.#assertOwn(ids);
    return this.#whole.restoreRuns(ids, { ...options, ...this.#by() });
  }

  async storage(): Promise<StorageReport> {
    return this.storageOf(await this.#whole.storage());
  }

  /** What of a report is about runs of theirs. */
  storageOf(report: StorageReport): StorageReport {
    if (this.#viewer.projects === undefined) return report;
    const runs = report.runs.filter(({ project }) => this.#sees(project));
    const bytes = runs.reduce((sum, run) => sum + run.bytes, 0);
    return { bytes, free: 0, journals: 0, copies: [], runs, keys: [] };
  }

  async listProjects(): Promise<readonly Project[]> {
    return (await this.#whole.listProjects()).filter(({ name }) => this.#sees(name));
  }

  async summarizeProjects(): Promise<readonly ProjectSummary[]> {
    return (await this.#whole.summarizeProjects()).filter(({ name }) => this.#sees(name));
  }

  facets(filter: RunFilter = {}): Promise<RunFacets> {
    return this.#whole.facets(this.#within(filter));
  }

  listRuns<const Parts extends RunParts = UsualParts>(
    query: RunQuery<StoreTypes, Parts> = {},
  ): Promise<ListedRuns<StoreTypes, Parts>> {
    return this.#whole.listRuns<Parts>(this.#within(query));
  }

  bands(query: BandsQuery): Promise<Bands> {
    return this.#whole.bands(this.#within(query));
  }

  summarizeGroups(query: GroupsQuery): Promise<GroupSummaries> {
    return this.#whole.summarizeGroups(this.#within(query));
  }

  parameterEffects(query: ParameterEffectsQuery): Promise<RunEffects> {
    return this.#whole.parameterEffects(this.#within(query));
  }

  async getRun(id: string, options?: GetRunOptions): Promise<RunDetails> {
    await this.#assertOwn([id]);
    return this.#whole.getRun(id, options);
  }

  async concludeRun(id: string) {
    await this.#assertOwn([id]);
    return this.#whole.concludeRun(id);
  }

  async compareRuns(a: string, b: string): Promise<ComparedRuns> {
    await this.#assertOwn([a, b]);
    return this.#whole.compareRuns(a, b);
  }

  async readSeries(query: SeriesQuery): Promise<SeriesPoints> {
    await this.#assertOwn([query.run]);
    return this.#whole.readSeries(query);
  }

  async readManySeries(query: ManySeriesQuery): Promise<ManySeries> {
    const own = await this.#own(query.series.map(({ run }) => run));
    const series = query.series.filter(({ run }) => own.has(run));
    return this.#whole.readManySeries({ ...query, series });
  }

  async *exportRun(id: string, options?: ExportRunOptions) {
    await this.#assertOwn([id]);
    yield* this.#whole.exportRun(id, options);
  }

  async listChanges(since?: number): Promise<ChangedRuns> {
    const { runs, ...changes } = await this.#whole.listChanges(since);
    return { ...changes, runs: await this.seenOf(runs) };
  }

  waitForChange(since: number, options?: { readonly timeoutMs?: number }): Promise<void> {
    return this.#whole.waitForChange(since, options);
  }

  /** Which of these runs they may see, in their order. */
  async seenOf(ids: readonly string[]): Promise<readonly string[]> {
    const own = await this.#own(ids);
    return ids.filter((id) => own.has(id));
  }

  #sees(project: string): boolean {
    return this.#viewer.projects?.includes(project) ?? true;
  }

  #within<Filter extends RunFilter>(filter: Filter): Filter {
    const { projects } = this.#viewer;
    return projects === undefined ? filter : { ...filter, within: projects };
  }

  #by() {
    return this.#viewer.token === undefined ? {} : { by: this.#viewer.token };
  }

  async #own(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const unique = [...new Set(ids)];
    const { projects } = this.#viewer;
    if (projects === undefined || unique.length === 0) return new Set(unique);
    const query = { ids: unique, within: projects, with: {}, limit: unique.length };
    const pages = [
      await this.#whole.listRuns(query),
      await this.#whole.listRuns({ ...query, deleted: true }),
    ];
    return new Set(pages.flatMap(({ runs }) => runs.map(({ id }) => id)));
  }

  /** Says of a run of another project what is said of one that is not there. */
  async #assertOwn(ids: readonly string[]): Promise<void> {
    const own = await this.#own(ids);
    const missing = ids.find((id) => !own.has(id));
    if (missing === undefined) return;
    throw new StoreError("run_not_found", `There is no run ${missing}.`);
  }

  #refusal(): StoreError {
    return new StoreError("store_read_only", "This is not done over the network.");
  }
}

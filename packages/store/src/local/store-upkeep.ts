import { counted, type RunSummary } from "@epochal/conclusions";
import type { RunFilter } from "../run-filter.ts";
import type { SqlOptions, SqlRows } from "../sql/sql-options.ts";
import { Trash } from "../sqlite/reads/trash.ts";
import type { PatientWriter } from "../sqlite/writes/patient-writer.ts";
import { PruneSeries, stretchOf } from "../sqlite/writes/prune-series.ts";
import { PurgeRun } from "../sqlite/writes/purge-run.ts";
import { StoreError } from "../store-error.ts";
import type {
  PruneOptions,
  PruneReport,
  PurgeOptions,
  PurgeReport,
  Retention,
  StorageReport,
} from "../upkeep-options.ts";
import { bytesOfJournals } from "./files-beside.ts";
import { readPruneOptions, readPurgeOptions, readRetention } from "./read-upkeep-options.ts";
import { StoreChanges } from "./store-changes.ts";
import type { StoreDatabase } from "./store-database.ts";

const dayMs = 24 * 3_600_000;
const pageOfRuns = 500;

type Thinning = Omit<ReturnType<typeof readPruneOptions>, "filter">;

/** What keeps a store small: the trash emptied, values thinned out, the file shrunk. */
export abstract class StoreUpkeep extends StoreChanges {
  protected abstract readonly database: StoreDatabase;
  protected abstract readonly files: { readonly journal: string };

  protected askSql(sql: string, options: SqlOptions): Promise<SqlRows> {
    return this.database.readSql(sql, options);
  }

  protected override get told(): number {
    return this.database.ticks?.count ?? 0;
  }

  protected override rest(told: number, forMs: number): Promise<void> {
    return this.database.ticks?.next(told, forMs) ?? super.rest(told, forMs);
  }

  async purge(options: PurgeOptions = {}): Promise<PurgeReport> {
    const { ids, before, dryRun, onProgress } = readPurgeOptions(options);
    const bytesBefore = await this.database.bytes();
    const applied = ids === undefined && !dryRun ? await this.#applyRetention(onProgress) : nothing;
    const { runs, points, conversion } = await this.#write(async (writer) => {
      const trash = new Trash(writer.db);
      const found = trash.runs(ids, before);
      assertAll(ids, found, " in the trash");
      const removable = found.filter(({ mayTrain }) => !mayTrain);
      const total = removable.reduce((sum, run) => sum + run.points, 0);
      const reclaim = () => this.database.reclaim(writer, { dryRun, onProgress });
      if (dryRun) return { runs: removable.length, points: total, conversion: await reclaim() };
      const purge = new PurgeRun(writer);
      // Another process may restore a run meanwhile, or remove it itself.
      let [runs, done] = [0, 0];
      for (const { id, name } of removable) {
        const tell = (removed: number) => {
          done += removed;
          onProgress({
            doing: "remove",
            done,
            total,
            words: `The run ${name} is removed for good.`,
          });
        };
        tell(0);
        if (await purge.run(id, tell)) runs++;
      }
      await this.database.removeOrphans(writer);
      const conversion = await reclaim();
      return { runs, points: done, conversion };
    });
    return {
      ...{ runs, points, ...applied, bytesBefore, bytesAfter: await this.database.bytes() },
      ...(conversion !== undefined && { conversion }),
    };
  }

  async prune(options: PruneOptions): Promise<PruneReport> {
    const { filter, ...thinning } = readPruneOptions(options);
    const runs = await this.#allRuns(filter);
    if (filter.ids !== undefined) {
      assertAll(filter.ids, runs);
      const training = runs.find(isTraining);
      if (training !== undefined) {
        throw new StoreError(
          "run_is_running",
          `The run ${training.name} is ${training.status.state}: its values are thinned out when it has ended.`,
        );
      }
    }
    return this.#thin(
      runs.filter((run) => !isTraining(run)),
      thinning,
    );
  }

  async setRetention(project: string, retention: Retention): Promise<void> {
    const read = readRetention(retention);
    const json = Object.keys(read).length === 0 ? null : JSON.stringify(read);
    const changes = await this.#write((writer) =>
      writer.write(
        () =>
          writer.db.prepare("UPDATE projects SET retention = ? WHERE name = ?").run(json, project)
            .changes,
      ),
    );
    if (changes > 0) return;
    throw new StoreError("project_not_found", `There is no project ${project}.`);
  }

  async storage(): Promise<StorageReport> {
    const stored = await this.read((queries) => queries.storage());
    return {
      bytes: await this.database.bytes(),
      journals: bytesOfJournals(this.files.journal),
      copies: this.database.copies(),
      ...stored,
    };
  }

  async #write<T>(work: (writer: PatientWriter) => Promise<T>): Promise<T> {
    // First the database gets all that this process has logged.
    await this.listChanges();
    const writer = this.database.openWriter();
    try {
      return await work(writer);
    } finally {
      writer.close();
    }
  }

  async #allRuns(filter: RunFilter): Promise<RunSummary[]> {
    const all: RunSummary[] = [];
    for (;;) {
      const { runs } = await this.listRuns({ ...filter, limit: pageOfRuns, offset: all.length });
      all.push(...runs);
      if (runs.length < pageOfRuns) return all;
    }
  }

  #thin(
    runs: readonly RunSummary[],
    { keepEvery, by, dryRun, onProgress }: Thinning,
  ): Promise<PruneReport> {
    const width = stretchOf(keepEvery);
    return this.#write(async (writer) => {
      const prune = new PruneSeries(writer);
      const report = { runs: 0, removed: 0, kept: 0 };
      for (const [i, { id, name, resumed: segment }] of runs.entries()) {
        const words = `The per-batch values of the run ${name} are thinned out.`;
        onProgress({ doing: "thin", done: i, total: runs.length, words });
        const { removed, kept } = await prune.run({ id, segment, width, by, dryRun });
        if (removed === 0) continue;
        report.runs++;
        report.removed += removed;
        report.kept += kept;
      }
      return report;
    });
  }

  async #applyRetention(
    onProgress: Thinning["onProgress"],
  ): Promise<{ deleted: number; thinned: number }> {
    const applied = { deleted: 0, thinned: 0 };
    for (const { name: project, retention } of await this.listProjects()) {
      if (retention === undefined) continue;
      const { deleteAfterDays = Infinity, thinAfterDays = Infinity, keepEvery = 64 } = retention;
      const by = `the retention of ${project}`;
      const ended = (await this.#allRuns({ project, archived: false })).filter(
        (run) => run.endedAt !== undefined && !isTraining(run),
      );
      const now = Date.now();
      const age = ({ endedAt }: RunSummary) => (now - (endedAt?.getTime() ?? now)) / dayMs;
      const old = ended.filter((run) => age(run) > deleteAfterDays);
      if (old.length > 0) {
        const words = `${counted(old.length, "run")} of ${project} put into the trash.`;
        onProgress({ doing: "delete", done: 0, total: old.length, words });
        await this.deleteRuns(
          old.map(({ id }) => id),
          { by: by.slice(0, 500) },
        );
      }
      applied.deleted += old.length;
      const thin = ended.filter((run) => age(run) > thinAfterDays && !old.includes(run));
      const { removed } = await this.#thin(thin, { keepEvery, by, dryRun: false, onProgress });
      applied.thinned += removed;
    }
    return applied;
  }
}

const nothing = { deleted: 0, thinned: 0 };

function isTraining({ status: { state } }: RunSummary): boolean {
  return state === "running" || state === "stalled";
}

/** @throws StoreError `run_not_found` */
function assertAll(
  ids: readonly string[] | undefined,
  found: readonly { readonly id: string; readonly name: string; readonly mayTrain?: boolean }[],
  place = "",
): void {
  if (ids === undefined) return;
  const missing = ids.find((id) => !found.some((run) => run.id === id));
  if (missing !== undefined) {
    throw new StoreError("run_not_found", `There is no run ${missing}${place}.`);
  }
  const training = found.find(({ mayTrain }) => mayTrain === true);
  if (training === undefined) return;
  throw new StoreError(
    "run_is_running",
    `The run ${training.name} is in the trash, and its process still trains it. End that process first.`,
  );
}

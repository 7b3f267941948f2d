import "server-only";
import { briefVerdict, describeStatus } from "@epochal/conclusions";
import type { RunSummary, Store } from "@epochal/store";
import type { ProjectRuns } from "../compare/compare-project.ts";
import { differingParams } from "../params/differing-params.ts";
import { nameRuns } from "../runs-table/name-runs.ts";
import { searchText } from "../runs-table/search-text.ts";
import { type RunView, toListedRun } from "../wire/run-json.ts";
import { onceAProcess } from "./once-a-process.ts";
import { store } from "./store.ts";

/** All runs of a project at one moment. */
export interface IndexedProject extends ProjectRuns {
  /** Of the store, when this was read. */
  readonly revision: number;
  /** Of this index; it grows whenever a run changes. */
  readonly version: number;
  /** The version at which each run last changed. */
  readonly changedAt: ReadonlyMap<string, number>;
}

/** How many runs are read between two turns of the event loop. */
const PAGE = 100;
/** How many projects keep their runs in memory. The others are read again when asked for. */
const MOST_PROJECTS = 4;

/**
 * The runs of one project. Ranking, counting and searching look at all of them, and nobody can read ten thousand for every question: so
 * each run is read once for each of its changes.
 */
class ProjectIndex {
  readonly #project: string;
  #runs = new Map<string, RunView>();
  #texts = new Map<string, string>();
  readonly #changedAt = new Map<string, number>();
  #names: ReadonlyMap<string, string> = new Map();
  #params: ProjectRuns["params"] = [];
  #revision = 0;
  // Another index of this project, after this one was given up, must not seem to be an older state of it.
  #version = Date.now();
  #reading: Promise<unknown> = Promise.resolve();
  #next: Promise<IndexedProject> | undefined;

  constructor(project: string) {
    this.#project = project;
  }

  /** The runs as they are now or later. Who asks while they are being read waits for the next reading. All who wait share it. */
  read(): Promise<IndexedProject> {
    this.#next ??= this.#reading
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        const reading = this.#read();
        this.#reading = reading;
        return reading;
      });
    return this.#next;
  }

  async #read(): Promise<IndexedProject> {
    const open = await store();
    const isNew = this.#runs.size === 0;
    // The revision is read first. What changes while the runs are read is then read again, and not missed.
    const { revision, runs } = await open.listChanges(isNew ? undefined : this.#revision);
    if (isNew || revision < this.#revision) await this.#readAll(open);
    else {
      // The store has no record of a process that was killed.
      const live = [...this.#runs.values()].filter(mayHaveEnded).map(({ id }) => id);
      const ids = [...new Set([...runs, ...live])];
      if (ids.length > 0) await this.#readSome(open, ids);
      const { total } = await open.listRuns({ project: this.#project, limit: 0 });
      if (total !== this.#runs.size) await this.#readAll(open);
    }
    this.#revision = revision;
    return {
      revision,
      version: this.#version,
      changedAt: this.#changedAt,
      runs: [...this.#runs.values()],
      names: this.#names,
      params: this.#params,
      texts: this.#texts,
    };
  }

  async #readAll(open: Store): Promise<void> {
    const found: RunView[] = [];
    for (;;) {
      const { runs } = await open.listRuns({
        project: this.#project,
        order: { by: "started", descending: false },
        offset: found.length,
        limit: PAGE,
      });
      for (const run of runs) found.push(await this.#view(open, run, found.length));
      if (runs.length < PAGE) break;
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.#take(found, new Map(found.map((run) => [run.id, run])));
  }

  async #readSome(open: Store, ids: readonly string[]): Promise<void> {
    const changed: RunView[] = [];
    const runs = new Map(this.#runs);
    for (let at = 0; at < ids.length; at += PAGE) {
      const some = ids.slice(at, at + PAGE);
      const query = { project: this.#project, ids: some, limit: PAGE } as const;
      for (const run of (await open.listRuns(query)).runs) {
        const view = await this.#view(open, run, 0);
        const known = runs.get(run.id);
        if (JSON.stringify(known) === JSON.stringify({ ...view, place: known?.place })) continue;
        changed.push(view);
        runs.set(run.id, view);
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (changed.length === 0) return;
    const ordered = [...runs.values()].sort(
      (a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1),
    );
    const placed = new Map(
      ordered.map((run, place) => [run.id, run.place === place ? run : { ...run, place }]),
    );
    this.#take(
      changed.flatMap(({ id }) => placed.get(id) ?? []),
      placed,
    );
  }

  async #view(open: Store, run: RunSummary, place: number): Promise<RunView> {
    return toListedRun(run, await open.concludeRun(run.id), place);
  }

  #take(changed: readonly RunView[], all: Map<string, RunView>): void {
    const before = this.#runs;
    this.#runs = all;
    this.#version++;
    for (const { id } of changed) this.#changedAt.set(id, this.#version);
    const isSame = ({ id, name, config }: RunView) => {
      const known = before.get(id);
      return known?.name === name && JSON.stringify(known.config) === JSON.stringify(config);
    };
    const isRenamed = before.size !== all.size || !changed.every(isSame);
    if (isRenamed) {
      const runs = [...all.values()];
      this.#names = nameRuns(runs);
      this.#params = differingParams(runs);
      this.#texts = new Map();
    }
    for (const run of isRenamed ? all.values() : changed) {
      this.#texts.set(run.id, textOf(run, this.#names.get(run.id) ?? run.name));
    }
  }
}

function mayHaveEnded({ status }: RunView): boolean {
  return status.state === "running" || status.state === "stalled";
}

function textOf(run: RunView, name: string): string {
  const { verdict } = run.conclusions;
  const words = verdict === undefined ? "" : briefVerdict(verdict);
  return searchText({ run, name, status: describeStatus(run, Date.now()), verdict: words });
}

/** All runs of a project as they are now. Undefined where it has none. */
export async function readProject(project: string): Promise<IndexedProject | undefined> {
  const kept = onceAProcess("projects", () => new Map<string, ProjectIndex>());
  const index = kept.get(project) ?? new ProjectIndex(project);
  // The project that was asked for last stands last.
  kept.delete(project);
  kept.set(project, index);
  const [oldest] = kept.keys();
  if (kept.size > MOST_PROJECTS && oldest !== undefined) kept.delete(oldest);
  const read = await index.read();
  if (read.runs.length > 0) return read;
  kept.delete(project);
  return undefined;
}

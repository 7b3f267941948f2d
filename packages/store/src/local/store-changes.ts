import { type JournalRecord, newRunId, type RunUpdate } from "@epochal/record";
import { isWriterHere } from "../lease/is-writer-here.ts";
import { takeOptions } from "../options/take-options.ts";
import { readBy } from "../recording/read-by.ts";
import { readNoteOptions, readRequestOptions } from "../recording/read-request-options.ts";
import { readRunChanges } from "../recording/read-run-changes.ts";
import type { NoteOptions, RequestOptions } from "../request-options.ts";
import type { DeleteOptions, RunChanges } from "../run-changes.ts";
import type { RunDetails } from "../run-details.ts";
import { StoreError } from "../store-error.ts";
import { StoreReads } from "./store-reads.ts";

/** A run, as far as requests and notes need it. */
type KnownRun = Pick<RunDetails, "id" | "name" | "status" | "deletedAt" | "resumed">;

interface Update {
  readonly run: KnownRun;
  readonly set: RunUpdate;
  readonly by: string;
}

/** Requests, notes and changes to runs of any process, as records in the journal of this one. */
export abstract class StoreChanges extends StoreReads {
  /**
   * Writes records down, and waits until they are in the database and on disk.
   *
   * @throws StoreError `not_kept`, `store_busy`
   */
  protected abstract keep(
    records: readonly JournalRecord[],
    runs: readonly KnownRun[],
  ): Promise<void>;

  async request(id: string, options: RequestOptions): Promise<string> {
    const { want, by } = readRequestOptions(options);
    const run = await this.#known(id);
    const { name, status } = run;
    if (status.state !== "running" && status.state !== "stalled") {
      throw new StoreError(
        "run_has_ended",
        `The run ${name} is ${status.state.replaceAll("_", " ")}: no process can hear a request.`,
      );
    }
    const request = newRunId();
    await this.keep([{ type: "request", run: id, at: Date.now(), id: request, want, by }], [run]);
    return request;
  }

  async addNote(id: string, options: NoteOptions): Promise<void> {
    const { text, by } = readNoteOptions(options);
    const run = await this.#known(id);
    const event = { type: "note", text, by } as const;
    await this.keep([{ type: "event", run: id, at: Date.now(), event }], [run]);
  }

  updateRun(id: string, changes: RunChanges): Promise<void> {
    return this.updateRuns(new Map([[id, changes]]));
  }

  async updateRuns(changes: ReadonlyMap<string, RunChanges>): Promise<void> {
    if (!(changes instanceof Map)) {
      throw new TypeError(`updateRuns: changes must be a Map. Received: ${typeof changes}`);
    }
    const read = [...(changes as ReadonlyMap<string, RunChanges>)].map(([id, each]) => ({
      id,
      ...readRunChanges(each),
    }));
    const updates: Update[] = [];
    for (const { id, set, by } of read) updates.push({ run: await this.#known(id), set, by });
    await this.#update(updates);
  }

  async deleteRuns(ids: readonly string[], options: DeleteOptions = {}): Promise<void> {
    const by = readBy("deleteRuns", takeOptions("deleteRuns", options).by);
    await this.#delete(await this.#all("deleteRuns", ids), by);
  }

  async restoreRuns(ids: readonly string[], options: DeleteOptions = {}): Promise<void> {
    const by = readBy("restoreRuns", takeOptions("restoreRuns", options).by);
    const runs = await this.#all("restoreRuns", ids);
    await this.#update(runs.map((run) => ({ run, set: { deleted: false }, by })));
  }

  async #delete(runs: readonly KnownRun[], by: string): Promise<void> {
    for (const run of runs) await this.#assertEnded(run);
    await this.#update(runs.map((run) => ({ run, set: { deleted: true }, by })));
    const resumed: KnownRun[] = [];
    for (const { id, resumed: segment } of runs) {
      const now = await this.#known(id).catch(unlessPurged);
      if (now !== undefined && now.resumed !== segment && now.deletedAt === undefined) {
        resumed.push(now);
      }
    }
    if (resumed.length > 0) await this.#delete(resumed, by);
  }

  /** All of the runs, or none where one is missing. */
  async #all(method: string, ids: readonly string[]): Promise<KnownRun[]> {
    if (!Array.isArray(ids)) {
      throw new TypeError(`${method}: ids must be a list of strings. Received: ${typeof ids}`);
    }
    const runs: KnownRun[] = [];
    for (const id of new Set<string>(ids)) runs.push(await this.#known(id));
    return runs;
  }

  /** @throws StoreError `run_not_found` */
  #known(id: string): Promise<KnownRun> {
    return this.getRun(id, { withoutEvents: ["histogram", "card", "graph", "early_stopping"] });
  }

  async #assertEnded({ id, name, status: { state } }: KnownRun): Promise<void> {
    const { process } = await this.read((queries) => queries.writerOf(id));
    if (state !== "running" && !(state === "stalled" && isWriterHere(process))) return;
    throw new StoreError(
      "run_is_running",
      `The run ${name} is ${state}, and a run that trains cannot be deleted. Stop it first, with store.request("${id}", { want: "stop" }) or epochal stop, or end its process ${process.pid} on ${process.host}.`,
    );
  }

  async #update(updates: readonly Update[]): Promise<void> {
    if (updates.length === 0) return;
    const at = Date.now();
    await this.keep(
      updates.map(({ run: { id, resumed: segment }, set, by }) => ({
        ...{ type: "update", run: id, at, set, by },
        ...(set.deleted === true && { segment }),
      })),
      updates.map(({ run }) => run),
    );
  }
}

/** Somebody else has removed it for good, so that it is as deleted as it can be. */
function unlessPurged(error: unknown): undefined {
  if (!(error instanceof StoreError && error.code === "run_not_found")) throw error;
}

import {
  encodeRecord,
  type JournalRecord,
  type JournalWriter,
  limits,
  type RunResumedRecord,
  readRunOptions,
} from "@epochal/record";
import { cardOfProcess } from "../card/card-of-process.ts";
import { LateCards } from "../card/late-cards.ts";
import { type ReadRecordOptions, readRecordOptions } from "../card/record-options.ts";
import { Folding } from "../ingest/folding.ts";
import { Journal } from "../journal/journal.ts";
import { notKept, type StepsOfRun } from "../journal/not-kept.ts";
import { isWriterHere } from "../lease/is-writer-here.ts";
import type { Lease } from "../lease/lease.ts";
import { thisProcess } from "../lease/this-process.ts";
import type { StoreLocation } from "../location/store-location.ts";
import { nameOfRun } from "../name-of-run.ts";
import { takeOptions } from "../options/take-options.ts";
import type { Problems } from "../problems.ts";
import { programRuns } from "../recording/program-runs.ts";
import { RecordedRun, type RecordedRunArgs } from "../recording/recorded-run.ts";
import { type ProcessEnd, watchExit } from "../recording/watch-exit.ts";
import type { Run, RunOptions } from "../run.ts";
import { prepareSignals } from "../signals/watch-signals.ts";
import { isDeleted, isRunning } from "../sqlite/is-running.ts";
import { lastBatchBefore } from "../sqlite/reads/last-batch-before.ts";
import type { AskedQueries } from "../sqlite/reads/open-queries.ts";
import type { Store } from "../store.ts";
import type { StoreAccess } from "../store-access.ts";
import { StoreError } from "../store-error.ts";
import type { Unfolded } from "../unfolded.ts";
import { RunNames } from "./run-names.ts";
import type { StoreDatabase } from "./store-database.ts";
import { StoreUpkeep } from "./store-upkeep.ts";

/** How long `flush` and the end of a run wait for it. */
const flushWaitMs = 30_000;
/** After so long every store also folds and watches for others. Most commands have ended by then. */
const startFoldingMs = 1_000;

export interface LocalStoreArgs {
  readonly location: StoreLocation;
  readonly database: StoreDatabase;
  readonly problems: Problems;
  readonly lease: Lease;
}

type OwnArgs = Omit<
  RecordedRunArgs,
  "journal" | "problems" | "flush" | "foldNow" | "onEnded" | "takeRequests"
>;

/** A store whose runs are recorded into journals of this machine, and folded into a database. */
export class LocalStore extends StoreUpkeep implements Store {
  readonly location: string;
  readonly access: StoreAccess;
  protected readonly files: StoreLocation;
  protected readonly database: StoreDatabase;
  readonly #problems: Problems;
  readonly #journal: Journal;
  /** The process that keeps its runs alive. */
  readonly #writer: JournalWriter;
  readonly #folding: Folding;
  readonly #open = new Set<RecordedRun>();
  /** All runs it has recorded. */
  readonly #recorded: RecordedRun[] = [];
  readonly #unwatchExit: () => void;
  /** How many lines of this process are known to be in the database; -1 until the lines that others left have been folded once. */
  #folded = -1;
  /** Whether a read has already waited for the lines of killed processes. */
  #hasWaited = false;
  readonly #starting: NodeJS.Timeout;
  #closing: Promise<void> | undefined;
  readonly #cards: LateCards;
  readonly #names: RunNames;

  constructor({ location, database, problems, lease }: LocalStoreArgs) {
    super();
    const { connection } = database;
    this.location = database.name;
    this.files = location;
    this.database = database;
    this.access = database.access;
    this.#names = new RunNames(() => connection.open(0));
    this.#cards = new LateCards(problems);
    this.#problems = problems;
    this.#journal = new Journal({ folder: location.journal, problems });
    this.#folding = new Folding({
      location,
      journal: this.#journal,
      problems,
      lease,
      name: database.name,
      openSink: database.openSink,
      startThread: (data, entry) => database.startThread(data, entry),
    });
    this.#writer = { ...thisProcess(), journal: this.#journal.id };
    this.#unwatchExit = watchExit((end) => this.#endWithProcess(end));
    this.#starting = setTimeout(() => this.#folding.start(), startFoldingMs).unref();
  }

  async startRun(given: RunOptions): Promise<Run> {
    this.#assertOpen();
    const options = takeOptions("startRun", given);
    const read = readRunOptions(options, this.#writer);
    const plain = nameOfRun(read.project, read.startedAt ?? read.at).slice(0, limits.name);
    const name = this.#names.of({ name: plain, ...read }, read.name !== undefined);
    const record = { ...read, name };
    const { run: id, project, startedAt } = record;
    const wanted = readRecordOptions(options.record);
    const own = { id, project, name, ...(startedAt !== undefined && { startedAt }) };
    return this.#begin(own, wanted, () => {
      const line = encodeRecord({ ...record, record: options.record ?? true });
      this.#journal.append(line, false, id);
    });
  }

  async resumeRun(id: string): Promise<Run> {
    const before = await this.getRun(id);
    const wanted = await this.read((queries) => queries.recordOptionsOf(id));
    const { state } = before.status;
    if (before.deletedAt !== undefined) throw isDeleted(before.name);
    const { process } = await this.read((queries) => queries.writerOf(id));
    if (state === "running" || (state === "stalled" && isWriterHere(process))) {
      throw isRunning(before.name, state);
    }
    const segment = before.resumed + 1;
    const record: RunResumedRecord = {
      type: "resume",
      run: id,
      at: Date.now(),
      segment,
      writer: this.#writer,
    };
    if (!(await this.database.claimRun(record, this.database.patienceMs))) {
      const { deletedAt } = await this.getRun(id);
      throw deletedAt === undefined ? isRunning(before.name, "running") : isDeleted(before.name);
    }
    const steps = before.series.map(({ last }) => last?.step ?? -1);
    const { project, name } = before;
    const highest = Math.max(-1, ...steps);
    const lastBatch = (epoch: number) =>
      lastBatchBefore(this.database.connection.open(), id, epoch);
    const resumed = { id, project, name, segment, highest, lastBatchBefore: lastBatch };
    return this.#begin(resumed, wanted, () => {});
  }

  /** @param begins writes the records that come before its card */
  #begin(args: OwnArgs, wanted: ReadRecordOptions, begins: () => void): Run {
    const { now, soon } = cardOfProcess(wanted);
    const run = this.#record({ ...args, parts: wanted.parts, card: this.#cards.add(soon) });
    begins();
    if (Object.keys(now).length > 0) run.event({ type: "card", card: now });
    return run;
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  protected async keep(
    records: readonly JournalRecord[],
    runs: readonly { readonly id: string; readonly name: string }[],
  ): Promise<void> {
    for (const record of records) {
      this.#journal.append(encodeRecord(record), false, "run" in record ? record.run : undefined);
    }
    await this.#flush();
    this.#assertKept(runs.map(({ id, name }) => ({ id, name, steps: 0 })));
  }

  #record(args: OwnArgs): Run {
    prepareSignals();
    this.#folding.start();
    const run = new RecordedRun({
      ...args,
      takeRequests: () => this.#folding.takeRequests(args.id),
      journal: this.#journal,
      problems: this.#problems,
      flush: () => this.#flush(),
      foldNow: () => this.#folding.foldNow(false),
      onEnded: () => {
        this.#open.delete(run);
        programRuns().delete(listed);
      },
    });
    const listed = { id: args.id, location: this.location };
    programRuns().add(listed);
    this.#open.add(run);
    this.#recorded.push(run);
    return run;
  }

  async #close(): Promise<void> {
    clearTimeout(this.#starting);
    for (const run of this.#open) run.end({});
    await this.#cards.end(this.database.patienceMs);
    this.#journal.close();
    try {
      await this.#folding.request("close", this.database.patienceMs);
    } catch (error) {
      this.#problems.report("close", (error as Error).message, error);
    }
    this.#unwatchExit();
    await this.#folding.stop();
    this.database.ticks?.close();
    await this.database.connection.close();
    this.#assertKept(this.#recorded);
  }

  /** @throws StoreError `not_kept` */
  #assertKept(runs: readonly StepsOfRun[]): void {
    const error = notKept(this.#journal, runs);
    if (error !== undefined) throw error;
  }

  async #flush(): Promise<void> {
    if (this.#closing !== undefined) return this.#closing;
    this.#journal.sync();
    const lines = this.#journal.written.count;
    await this.#folding.request("sync", flushWaitMs);
    this.#folded = Math.max(this.#folded, lines);
  }

  protected async read<T>(query: (queries: AskedQueries) => T): Promise<Awaited<T>> {
    this.#assertOpen();
    const lines = this.#journal.written.count;
    if (lines > this.#folded) {
      if (lines > 0 || (await this.database.connection.isLeftBehind()))
        await this.#foldFirst(lines);
      this.#folded = Math.max(this.#folded, lines);
      this.#hasWaited = true;
    }
    this.#assertOpen();
    const answer = await this.database.connection.read(query);
    const isPartial = (answer as { unfolded?: Unfolded } | undefined)?.unfolded !== undefined;
    if (!isPartial || this.#hasWaited) {
      // Not every answer says whether something is missing in it.
      if (!this.database.connection.isBehind) this.#hasWaited = false;
      return answer;
    }
    // A process that has just died leaves few lines. Where it left many, the answer says so.
    this.#hasWaited = true;
    await this.#folding.request("fold", this.database.patienceMs).catch(() => {});
    this.#assertOpen();
    return this.database.connection.read(query);
  }

  /** A process that has logged nothing can read even where there is no room to fold what others have left. */
  async #foldFirst(lines: number): Promise<void> {
    try {
      await this.#folding.request("fold", this.database.patienceMs);
    } catch (error) {
      if (lines > 0 || !(error instanceof StoreError && error.code === "store_busy")) throw error;
    }
  }

  /** At the end of the process nothing can wait any more, so this thread folds. */
  #endWithProcess(end: ProcessEnd): void {
    this.#journal.flags.ending = true;
    for (const run of this.#open) run.endWithProcess(end);
    this.#journal.close();
    if (this.#journal.isUsed) this.#folding.foldNow(true);
    const error = notKept(this.#journal, this.#recorded);
    if (error !== undefined) this.#problems.report("not kept", error.message, error);
  }

  #assertOpen(): void {
    if (this.#closing === undefined) return;
    throw new StoreError("store_closed", `The store ${this.location} is closed.`);
  }
}

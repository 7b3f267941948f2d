import { encodeRecord, type IngestTarget, limits, readRunOptions } from "@epochal/record";
import { cardOfProcess } from "../card/card-of-process.ts";
import { LateCards } from "../card/late-cards.ts";
import { readRecordOptions } from "../card/record-options.ts";
import { Journal } from "../journal/journal.ts";
import type { Lease } from "../lease/lease.ts";
import { thisProcess } from "../lease/this-process.ts";
import { StoreReads } from "../local/store-reads.ts";
import { takeOptions } from "../options/take-options.ts";
import type { Problems } from "../problems.ts";
import { programRuns } from "../recording/program-runs.ts";
import { RecordedRun } from "../recording/recorded-run.ts";
import { watchExit } from "../recording/watch-exit.ts";
import type { Run, RunOptions } from "../run.ts";
import { prepareSignals } from "../signals/watch-signals.ts";
import type { Store } from "../store.ts";
import type { StoreAccess } from "../store-access.ts";
import { StoreError } from "../store-error.ts";
import type { PruneReport, PurgeReport, StorageReport } from "../upkeep-options.ts";
import { Sending } from "./sending.ts";

export interface RemoteStoreArgs {
  readonly target: IngestTarget;
  /** The folder in which runs wait for the dashboard. */
  readonly folder: string;
  readonly problems: Problems;
  readonly lease: Lease;
}

/** How long `flush` and the end of a run wait for the dashboard. */
const flushWaitMs = 30_000;
const closeWaitMs = 5_000;
/** Of a run by itself: a dashboard refuses the lines of one run, and not those of others. */
const partBytes = Number.POSITIVE_INFINITY;

/**
 * A dashboard elsewhere, as far as runs are recorded into it. A run goes into a journal of this machine, as into any store, and a thread
 * sends it on: training waits for no network, and what cannot be sent waits on this machine's disk.
 */
export class RemoteStore extends StoreReads implements Store {
  readonly location: string;
  readonly access: StoreAccess;
  readonly #args: RemoteStoreArgs;
  readonly #sending: Sending;
  readonly #cards: LateCards;
  readonly #open = new Map<RecordedRun, Journal>();
  readonly #unwatchExit: () => void;
  #closing: Promise<void> | undefined;

  constructor(args: RemoteStoreArgs) {
    super();
    const refuse = () => this.#refuse();
    this.access = {
      ...{ createToken: refuse, listTokens: refuse, revokeToken: refuse },
      ...{ checkToken: refuse, addToLog: refuse, readLog: refuse },
    };
    this.location = args.target.url;
    this.#args = args;
    this.#sending = new Sending(args, args.problems);
    this.#cards = new LateCards(args.problems);
    this.#unwatchExit = watchExit((end) => {
      for (const [run, journal] of this.#open) {
        run.endWithProcess(end);
        journal.close();
      }
    });
    // What earlier processes have left.
    this.#sending.start();
  }

  async startRun(given: RunOptions): Promise<Run> {
    if (this.#closing !== undefined) {
      throw new StoreError("store_closed", `The store ${this.location} is closed.`);
    }
    const options = takeOptions("startRun", given);
    const { folder, problems } = this.#args;
    const journal = new Journal({ folder, problems, partBytes });
    const record = readRunOptions(options, { ...thisProcess(), journal: journal.id });
    const line = encodeRecord({ ...record, record: options.record ?? true });
    if (Buffer.byteLength(line) > limits.sentLine) {
      throw new RangeError(
        `startRun: config must be at most ${limits.sentLine / 1024} KB as JSON to be sent. Received: more than that`,
      );
    }
    const wanted = readRecordOptions(options.record);
    const { now, soon } = cardOfProcess(wanted);
    prepareSignals();
    this.#sending.start();
    const { run: id, project, name = project, startedAt } = record;
    const run: RecordedRun = new RecordedRun({
      ...{ id, project, name, journal, problems, parts: wanted.parts, longest: limits.sentLine },
      ...(startedAt !== undefined && { startedAt }),
      card: this.#cards.add(soon),
      takeRequests: () => this.#sending.takeRequests(id),
      flush: async () => {
        journal.sync();
        await this.#sending.request("send", flushWaitMs);
      },
      foldNow: () => {},
      onEnded: () => {
        programRuns().delete(listed);
        void this.#endJournal(run, journal);
      },
    });
    const listed = { id, location: this.location };
    programRuns().add(listed);
    this.#open.set(run, journal);
    journal.append(line, false, id);
    if (Object.keys(now).length > 0) run.event({ type: "card", card: now });
    return run;
  }

  resumeRun(): Promise<Run> {
    return this.#refuse();
  }

  request(): Promise<string> {
    return this.#refuse();
  }

  addNote(): Promise<void> {
    return this.#refuse();
  }

  updateRun(): Promise<void> {
    return this.#refuse();
  }

  updateRuns(): Promise<void> {
    return this.#refuse();
  }

  deleteRuns(): Promise<void> {
    return this.#refuse();
  }

  restoreRuns(): Promise<void> {
    return this.#refuse();
  }

  purge(): Promise<PurgeReport> {
    return this.#refuse();
  }

  prune(): Promise<PruneReport> {
    return this.#refuse();
  }

  setRetention(): Promise<void> {
    return this.#refuse();
  }

  storage(): Promise<StorageReport> {
    return this.#refuse();
  }

  protected read(): Promise<never> {
    return this.#refuse();
  }

  protected askSql(): Promise<never> {
    return this.#refuse();
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    for (const run of this.#open.keys()) run.end({});
    await this.#cards.end(closeWaitMs);
    for (const [run, journal] of this.#open) this.#leave(run, journal);
    try {
      await this.#sending.request("close", closeWaitMs);
    } catch (error) {
      this.#args.problems.report("close", (error as Error).message, error);
    }
    this.#unwatchExit();
    await this.#sending.stop();
  }

  #refuse(): Promise<never> {
    return Promise.reject(
      new StoreError(
        "store_is_remote",
        `${this.location} is a dashboard elsewhere: from here runs are recorded into it, and read and changed in it, or with the epochal command on its machine.`,
      ),
    );
  }

  /** The card of a run may come after its end. */
  async #endJournal(run: RecordedRun, journal: Journal): Promise<void> {
    await run.cardKept;
    this.#leave(run, journal);
  }

  #leave(run: RecordedRun, journal: Journal): void {
    if (!this.#open.delete(run)) return;
    journal.close();
    this.#sending.end(journal.id);
  }
}

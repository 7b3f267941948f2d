import type {
  LoggedExtent,
  LogPosition,
  RunCard,
  RunEvent,
  RunRequest,
  RunWriter,
  SeriesDescription,
} from "@epochal/record";
import { describeError, RunLines } from "@epochal/record";
import type { Journal } from "../journal/journal.ts";
import { notKept } from "../journal/not-kept.ts";
import { takeOptions } from "../options/take-options.ts";
import type { Problems } from "../problems.ts";
import type { Run, RunEnd } from "../run.ts";
import { watchSignals } from "../signals/watch-signals.ts";
import { StoreError } from "../store-error.ts";
import { endWithProcess } from "./end-with-process.ts";
import type { ProcessEnd } from "./watch-exit.ts";

export interface RecordedRunArgs {
  readonly id: string;
  readonly project: string;
  readonly name: string;
  /** How often the run was resumed. @default 0 */
  readonly segment?: number;
  /** The highest step there is. @default -1 */
  readonly highest?: number;
  /** When it was started, in epoch milliseconds, where its times are given. */
  readonly startedAt?: number;
  /** How many bytes a line may have. @default as many as a journal takes */
  readonly longest?: number;
  readonly journal: Journal;
  readonly problems: Problems;
  /** Waits until the journal is in the store and on disk. */
  readonly flush: () => Promise<void>;
  /** Puts as much as it can into the database before a signal ends the process. */
  readonly foldNow: () => void;
  /** Called once, when the run has ended. */
  readonly onEnded: () => void;
  /** The last batch before an epoch that an earlier segment has logged. */
  readonly lastBatchBefore?: RunWriter["lastBatchBefore"];
  /** What it records by itself. @default all */
  readonly parts?: RunWriter["parts"];
  /** The card; its last part takes a moment. */
  readonly card?: Promise<RunCard>;
  readonly takeRequests: () => readonly RunRequest[];
}

/** A run whose records go through the journal of this process. */
export class RecordedRun implements Run {
  readonly id: string;
  readonly project: string;
  readonly name: string;
  readonly #args: RecordedRunArgs;
  readonly #lines: RunLines;
  #tracks = 0;
  readonly parts: NonNullable<RunWriter["parts"]>;
  readonly lastBatchBefore: NonNullable<RunWriter["lastBatchBefore"]>;
  readonly #card: Promise<void> | undefined;

  constructor(args: RecordedRunArgs) {
    this.id = args.id;
    this.project = args.project;
    this.name = args.name;
    this.#args = args;
    this.parts = args.parts ?? {};
    this.lastBatchBefore = args.lastBatchBefore ?? (() => undefined);
    this.#lines = new RunLines({
      ...args,
      append: (line, isStep) => args.journal.append(line, isStep, args.id),
      report: (kind, words, cause) =>
        args.problems.report(`${args.id} ${kind}`, `Run "${args.name}": ${words}.`, cause),
    });
    this.#card = args.card?.then(
      (card) => this.#keepCard(card),
      (error: unknown) =>
        this.#lines.report("card", `its card lacks a part: ${describeError(error)}`),
    );
  }

  log(values: Readonly<Record<string, number>>, position?: LogPosition): void {
    if (this.#isOpen("log")) this.#lines.log(values, position);
  }

  describe(series: Readonly<Record<string, SeriesDescription>>): void {
    if (this.#isOpen("describe")) this.#lines.describe(series);
  }

  event(event: RunEvent): void {
    if (this.#isOpen("event")) this.#lines.event(event);
  }

  get logged(): LoggedExtent {
    return this.#lines.logged;
  }

  takeRequests(): readonly RunRequest[] {
    return this.#args.takeRequests();
  }

  async track<T>(fn: () => T | Promise<T>): Promise<T> {
    if (typeof fn !== "function") {
      throw new TypeError(`track: fn must be a function. Received: ${typeof fn}`);
    }
    const { journal } = this.#args;
    const unwatch = watchSignals({
      hear: (signal) => {
        this.end({ state: "interrupted", reason: signal });
        this.#args.foldNow();
      },
      isBusy: () => journal.isBusy,
      lastWords: {
        folder: journal.folder,
        journal: journal.id,
        run: this.id,
        segment: this.#args.segment ?? 0,
      },
    });
    this.#tracks++;
    let result: T;
    try {
      result = await fn();
    } catch (error) {
      unwatch();
      this.end({ state: "failed", reason: describeError(error), error });
      throw error;
    } finally {
      unwatch();
      this.#tracks--;
      this.end({});
      await this.#settle();
    }
    return result;
  }

  /** Resolves when its card is among its records, or never will be. */
  get cardKept(): Promise<void> | undefined {
    return this.#card;
  }

  /** How many steps it was given to record. */
  get steps(): number {
    return this.#lines.steps;
  }

  async flush(): Promise<void> {
    await this.#card;
    let error: unknown;
    try {
      await this.#args.flush();
    } catch (thrown) {
      error = thrown;
    }
    error = notKept(this.#args.journal, [this]) ?? error;
    if (error !== undefined) throw error;
  }

  async finish(end: RunEnd = {}): Promise<void> {
    this.end(takeOptions("finish", end));
    const error = await this.#settle();
    if (error instanceof StoreError && error.code === "not_kept") throw error;
  }

  /** Records how the run ended, without waiting. Only the first call counts. */
  end(end: RunEnd): void {
    if (this.#lines.hasEnded) return;
    // In this order, because a signal may interrupt it anywhere and then ends the run itself.
    this.#args.journal.appendEnd(this.#lines.endLine(end), this.id);
    this.#lines.setEnded();
    this.#tellOfMissing();
    this.#args.onEnded();
  }

  /** Ends a run that the process leaves open, as far as it knows. */
  endWithProcess(end: ProcessEnd): void {
    const [isTracked, isStopped] = [this.#tracks > 0, this.#lines.isStopped];
    this.end(endWithProcess(end, { isTracked, isStopped }));
  }

  /** After its end a run records no more problems: they are only reported. */
  async #settle(): Promise<unknown> {
    try {
      await this.flush();
      return undefined;
    } catch (error) {
      this.#lines.report("settle", (error as Error).message, error);
      return error;
    }
  }

  /** Records among the events how many steps of the ended run are missing. */
  #tellOfMissing(): void {
    const { journal } = this.#args;
    const { steps } = journal.missingOf(this.id);
    if (steps === 0) return;
    const message = `Tracker: ${steps} of ${this.steps} steps were not on disk when the run ended.`;
    journal.appendEnd(this.#lines.lineOf({ type: "warning", message }), this.id);
  }

  /** Also after the run has ended, because the card is about its start. */
  #keepCard(card: RunCard): void {
    if (Object.keys(card).length === 0) return;
    this.#args.journal.append(this.#lines.lineOf({ type: "card", card }), false, this.id);
  }

  /** A signal ends the run, though training may go on for a while where somebody handles the signal. */
  #isOpen(what: string): boolean {
    const isOpen = !this.#lines.hasEnded || this.#tracks > 0;
    if (!isOpen) this.#lines.reportEnded(what);
    return isOpen;
  }
}

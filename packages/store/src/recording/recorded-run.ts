import type {
  JournalRecord,
  LoggedExtent,
  LogPosition,
  RunCard,
  RunEvent,
  RunRequest,
  RunWriter,
  SeriesDescription,
} from "@epochal/record";
import { encodeRecord, encodeValues, isDescription, limits, parseRecord } from "@epochal/record";
import type { Journal } from "../journal/journal.ts";
import { notKept } from "../journal/not-kept.ts";
import { takeOptions } from "../options/take-options.ts";
import type { Problems } from "../problems.ts";
import type { Run, RunEnd } from "../run.ts";
import { watchSignals } from "../signals/watch-signals.ts";
import { StoreError } from "../store-error.ts";
import { describeError } from "./describe-error.ts";
import { endRecord } from "./end-record.ts";
import { endWithProcess } from "./end-with-process.ts";
import { readPosition } from "./read-position.ts";
import { RunClock } from "./run-clock.ts";
import { Taken } from "./taken.ts";
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
  readonly #prefix: string;
  readonly #skipped = new Set<string>();
  /** The kinds of problems that are among its events already. */
  readonly #told = new Set<string>();
  readonly #segment: number;
  #highest: number;
  readonly #clock: RunClock;
  readonly #taken = new Taken();
  #steps = 0;
  #stoppedEarly: RunEvent | undefined;
  #hasEnded = false;
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
    this.#card = args.card?.then(
      (card) => this.#keepCard(card),
      (error: unknown) => this.#report("card", `its card lacks a part: ${describeError(error)}`),
    );
    this.#segment = args.segment ?? 0;
    this.#highest = args.highest ?? -1;
    this.#clock = new RunClock(args.startedAt);
    const segment = this.#segment === 0 ? "" : `"segment":${this.#segment},`;
    this.#prefix = `{"type":"values","run":${JSON.stringify(args.id)},${segment}"at":`;
  }

  log(values: Readonly<Record<string, number>>, position?: LogPosition): void {
    this.#quietly("log", () => {
      if (typeof values !== "object" || values === null || Array.isArray(values)) {
        throw new TypeError("log: values must be an object of numbers");
      }
      const { step, epoch, takenAt, fault } = readPosition(position, this.#highest + 1);
      if (fault !== undefined) this.#report("position", fault);
      if (step === undefined) return;
      const json = encodeValues(values, (key, reason) => this.#skip(key, reason));
      if (json === undefined) return;
      if (step > this.#highest) this.#highest = step;
      this.#taken.see(values, step, epoch);
      const at = epoch === undefined ? "" : `,"epoch":${epoch}`;
      const line = `${this.#prefix}${this.#clock.see(takenAt)},"step":${step}${at},"values":${json}}\n`;
      this.#steps++;
      this.#args.journal.append(line, true, this.id);
    });
  }

  describe(series: Readonly<Record<string, SeriesDescription>>): void {
    this.#quietly("describe", () => {
      const known = Object.entries(series).filter(([key, description]) => {
        const isKnown = key.length <= limits.key && isDescription(description);
        if (!isKnown) this.#skip(key, "this is no description of a series");
        return isKnown;
      });
      if (known.length === 0) return;
      const descriptions = Object.fromEntries(known);
      this.#taken.describe(descriptions);
      this.#append({ type: "series", run: this.id, at: this.#clock.now(), series: descriptions });
    });
  }

  event(event: RunEvent): void {
    this.#quietly("event", () => {
      if (typeof event?.type !== "string") throw new TypeError("event: an event must have a type");
      if (event.type === "stopped_early") this.#stoppedEarly = event;
      // Another training goes on.
      if (event.type === "fit") this.#stoppedEarly = undefined;
      this.#append({ type: "event", run: this.id, at: this.#clock.now(), event });
    });
  }

  get logged(): LoggedExtent {
    return this.#taken;
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
        segment: this.#segment,
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

  /** How many steps it was given to record. */
  get steps(): number {
    return this.#steps;
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
    if (this.#hasEnded) return;
    const [segment, stopped] = [this.#segment, this.#stoppedEarly];
    const record = endRecord({ run: this.id, segment, stopped, now: this.#clock.now() }, end);
    // In this order, because a signal may interrupt it anywhere and then ends the run itself.
    this.#args.journal.appendEnd(encodeRecord(record), this.id);
    this.#hasEnded = true;
    this.#tellOfMissing();
    this.#args.onEnded();
  }

  /** Ends a run that the process leaves open, as far as it knows. */
  endWithProcess(end: ProcessEnd): void {
    const [isTracked, isStopped] = [this.#tracks > 0, this.#stoppedEarly !== undefined];
    this.end(endWithProcess(end, { isTracked, isStopped }));
  }

  /** After its end a run records no more problems: they are only reported. */
  async #settle(): Promise<unknown> {
    try {
      await this.flush();
      return undefined;
    } catch (error) {
      this.#report("settle", (error as Error).message, error);
      return error;
    }
  }

  /** Records among the events how many steps of the ended run are missing. */
  #tellOfMissing(): void {
    const { journal } = this.#args;
    const { steps } = journal.missingOf(this.id);
    if (steps === 0) return;
    const message = `Tracker: ${steps} of ${this.#steps} steps were not on disk when the run ended.`;
    const event = { type: "warning", message } as const;
    journal.appendEnd(this.#lineOf(event), this.id);
  }

  /** Also after the run has ended, because the card is about its start. */
  #keepCard(card: RunCard): void {
    if (Object.keys(card).length === 0) return;
    const event = { type: "card", card } as const;
    this.#args.journal.append(this.#lineOf(event), false, this.id);
  }

  #lineOf(event: RunEvent): string {
    return encodeRecord({ type: "event", run: this.id, at: this.#clock.now(), event });
  }

  #append(record: JournalRecord): void {
    const line = encodeRecord(record);
    if (line.length > limits.json) {
      throw new RangeError(`${record.type}: a record of ${line.length} characters is too long`);
    }
    // Checked as a reader will: it would skip the event, and the author of the event would not hear of it.
    const fault = parseRecord(line);
    const what = record.type === "event" ? `event ${record.event.type}` : record.type;
    if (typeof fault === "string") this.#skip(what, fault);
    else this.#args.journal.append(line, false, this.id);
  }

  #quietly(what: string, record: () => void): void {
    try {
      // A signal ends the run, though training may go on for a while where somebody handles the signal.
      if (this.#hasEnded && this.#tracks === 0) {
        this.#report("ended", `${what}() was called after the run had ended; nothing was recorded`);
      } else {
        record();
      }
    } catch (error) {
      this.#report(what, describeError(error), error);
    }
  }

  /** Reports each key once, and not for ever where keys are always new. */
  #skip(key: string, reason: string): void {
    const name = key.slice(0, 100);
    if (this.#skipped.size >= mostSkipped || this.#skipped.has(name)) return;
    this.#skipped.add(name);
    this.#report(`key ${name}`, `${JSON.stringify(name)} was left out: ${reason}`);
  }

  /** Reports a problem to the program and, once for each kind, to the run. */
  #report(kind: string, reason: string, cause?: unknown): void {
    if (!this.#told.has(kind) && !this.#hasEnded) {
      this.#told.add(kind);
      const event = { type: "warning", message: `Tracker: ${reason}` } as const;
      this.#args.journal.append(this.#lineOf(event), false, this.id);
    }
    const words = `Run "${this.name}": ${reason.replace(/\.$/, "")}.`;
    this.#args.problems.report(`${this.id} ${kind}`, words, cause);
  }
}

/** A run reports at most so many keys that it cannot record. */
const mostSkipped = 20;

import { encodeRecord } from "../codec/encode-record.ts";
import { encodeValues } from "../codec/encode-values.ts";
import { parseRecord } from "../codec/parse-record.ts";
import type { RunEvent } from "../events/run-event.ts";
import { limits } from "../limits.ts";
import type { JournalRecord } from "../records/journal-record.ts";
import type { LoggedExtent, LogPosition } from "../run-writer.ts";
import { bytesOf } from "../sending/bytes-of.ts";
import { isDescription, type SeriesDescription } from "../series-description.ts";
import { describeError } from "./describe-error.ts";
import { endRecord } from "./end-record.ts";
import { readPosition } from "./read-position.ts";
import { RunClock } from "./run-clock.ts";
import type { RunEnd } from "./run-end.ts";
import { Taken } from "./taken.ts";

export interface RunLinesArgs {
  readonly id: string;
  /** How often the run was resumed. @default 0 */
  readonly segment?: number;
  /** The highest step there is. @default -1 */
  readonly highest?: number;
  /** When it was started, in epoch milliseconds, where its times are given. */
  readonly startedAt?: number;
  /** How many bytes a line may have. @default 4,000,000 characters, and steps as long as they are */
  readonly longest?: number;
  /** Takes a line, with its newline, and says whether it is a step. Must not throw. */
  readonly append: (line: string, isStep: boolean) => void;
  /** Told of every problem, in a sentence without its full stop. Problems of one kind are one. */
  readonly report: (kind: string, words: string, cause?: unknown) => void;
}

/** A run reports at most so many keys that it cannot record. */
const mostSkipped = 20;

const tooLong = (type: string, { length }: string) =>
  `${type}: a record of ${length} characters is too long`;

/**
 * What somebody logs into a run, as the lines of a journal. Nothing that it is given makes it throw: what cannot be recorded is
 * reported, once among the run's events and then to the program.
 */
export class RunLines {
  readonly #args: RunLinesArgs;
  readonly #prefix: string;
  readonly #skipped = new Set<string>();
  /** The kinds of problems that are among its events already. */
  readonly #told = new Set<string>();
  readonly #clock: RunClock;
  readonly #taken = new Taken();
  readonly #segment: number;
  #highest: number;
  #steps = 0;
  #stoppedEarly: RunEvent | undefined;
  #hasEnded = false;

  constructor(args: RunLinesArgs) {
    this.#args = args;
    this.#segment = args.segment ?? 0;
    this.#highest = args.highest ?? -1;
    this.#clock = new RunClock(args.startedAt);
    const segment = this.#segment === 0 ? "" : `"segment":${this.#segment},`;
    this.#prefix = `{"type":"values","run":${JSON.stringify(args.id)},${segment}"at":`;
  }

  /** How many steps it was given to record. */
  get steps(): number {
    return this.#steps;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** Whether a callback said that it stopped training early, and no other training has begun since. */
  get isStopped(): boolean {
    return this.#stoppedEarly !== undefined;
  }

  get logged(): LoggedExtent {
    return this.#taken;
  }

  log(values: Readonly<Record<string, number>>, position?: LogPosition): void {
    this.#quietly("log", () => {
      if (typeof values !== "object" || values === null || Array.isArray(values)) {
        throw new TypeError("log: values must be an object of numbers");
      }
      const { step, epoch, takenAt, fault } = readPosition(position, this.#highest + 1);
      if (fault !== undefined) this.report("position", fault);
      if (step === undefined) return;
      const json = encodeValues(values, (key, reason) => this.#skip(key, reason));
      if (json === undefined) return;
      if (step > this.#highest) this.#highest = step;
      this.#taken.see(values, step, epoch);
      const at = epoch === undefined ? "" : `,"epoch":${epoch}`;
      const line = `${this.#prefix}${this.#clock.see(takenAt)},"step":${step}${at},"values":${json}}\n`;
      if (this.#isTooLong(line)) throw new RangeError(tooLong("values", line));
      this.#steps++;
      this.#args.append(line, true);
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
      const at = this.#clock.now();
      this.#append({ type: "series", run: this.#args.id, at, series: descriptions });
    });
  }

  event(event: RunEvent): void {
    this.#quietly("event", () => {
      if (typeof event?.type !== "string") throw new TypeError("event: an event must have a type");
      if (event.type === "stopped_early") this.#stoppedEarly = event;
      // Another training goes on.
      if (event.type === "fit") this.#stoppedEarly = undefined;
      this.#append({ type: "event", run: this.#args.id, at: this.#clock.now(), event });
    });
  }

  /** The line of an event, also after the run has ended. */
  lineOf(event: RunEvent): string {
    return encodeRecord({ type: "event", run: this.#args.id, at: this.#clock.now(), event });
  }

  /**
   * The line that the run ends with.
   *
   * @throws RangeError or TypeError where it is no end
   */
  endLine(end: RunEnd): string {
    const [run, segment, stopped] = [this.#args.id, this.#segment, this.#stoppedEarly];
    return encodeRecord(endRecord({ run, segment, stopped, now: this.#clock.now() }, end));
  }

  /** From now on problems are only reported. */
  setEnded(): void {
    this.#hasEnded = true;
  }

  /** Says that a method was called after the run had ended. */
  reportEnded(what: string): void {
    this.report("ended", `${what}() was called after the run had ended; nothing was recorded`);
  }

  /** Reports a problem to the program and, once for each kind, to the run. */
  report(kind: string, reason: string, cause?: unknown): void {
    if (!this.#told.has(kind) && !this.#hasEnded) {
      this.#told.add(kind);
      this.#args.append(this.lineOf({ type: "warning", message: `Tracker: ${reason}` }), false);
    }
    this.#args.report(kind, reason.replace(/\.$/, ""), cause);
  }

  #append(record: JournalRecord): void {
    const line = encodeRecord(record);
    if (line.length > limits.json || this.#isTooLong(line)) {
      throw new RangeError(tooLong(record.type, line));
    }
    // Checked as a reader will: it would skip the event, and the author of the event would not hear of it.
    const fault = parseRecord(line);
    const what = record.type === "event" ? `event ${record.event.type}` : record.type;
    if (typeof fault === "string") this.#skip(what, fault);
    else this.#args.append(line, false);
  }

  #isTooLong(line: string): boolean {
    const { longest } = this.#args;
    // A character takes at most three bytes.
    return longest !== undefined && line.length * 3 > longest && bytesOf(line) > longest;
  }

  #quietly(what: string, record: () => void): void {
    try {
      record();
    } catch (error) {
      this.report(what, describeError(error), error);
    }
  }

  /** Reports each key once, and not for ever where keys are always new. */
  #skip(key: string, reason: string): void {
    const name = key.slice(0, 100);
    if (this.#skipped.size >= mostSkipped || this.#skipped.has(name)) return;
    this.#skipped.add(name);
    this.report(`key ${name}`, `${JSON.stringify(name)} was left out: ${reason}`);
  }
}

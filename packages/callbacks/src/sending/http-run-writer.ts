import {
  describeError,
  encodeRecord,
  type FoundRequest,
  type LoggedExtent,
  type LogPosition,
  limits,
  type RunCard,
  type RunEnd,
  type RunEvent,
  RunLines,
  type RunPart,
  type RunRequest,
  type RunStartedRecord,
  type SeriesDescription,
  type StartedRun,
} from "@epochal/record";
import { takeOptions } from "../options/take-options.ts";
import type { Outbox } from "../outbox/outbox.ts";
import { listRun } from "../recording/program-runs.ts";
import type { Problems } from "./problems.ts";
import { Sender } from "./sender.ts";
import { cancel, steadyNow, surelyLater } from "./timers.ts";
import { UnsentLines } from "./unsent-lines.ts";

export interface HttpRunArgs {
  readonly record: RunStartedRecord;
  readonly journal: string;
  readonly target: { readonly url: string; readonly token: string };
  readonly outbox: Outbox;
  readonly problems: Problems;
  readonly parts: Readonly<Partial<Record<RunPart, boolean>>>;
  readonly card: RunCard;
  /** Called once, when all of it is sent or refused. */
  readonly onDone: () => void;
}

const endNames = ["state", "reason", "error", "at"] as const;
/** Whoever only looks at another tab for a moment slows nothing down. */
const shortestHiddenS = 1;
/** How long the end of a run waits for the dashboard. */
const flushMs = 30_000;

/**
 * A run that is recorded into a dashboard over HTTP, from a page, a worker or Node: `startRun()` of what {@link connect} returns makes
 * one. Takes the place of a run of `@epochal/store`.
 *
 * What is logged is kept in the page's IndexedDB, in Node in a file, and sent from there: it survives a reload, a closed tab, hours
 * without network and a dashboard that is started anew; the next page of the same origin sends what this one could not. A page that is
 * killed loses what was logged in its last 250 ms. No method throws because of that, and none waits but `finish()`, `flush()` and
 * `track()` at their end.
 */
export class HttpRunWriter implements StartedRun {
  readonly id: string;
  readonly project: string;
  readonly parts: Readonly<Partial<Record<RunPart, boolean>>>;
  readonly #args: HttpRunArgs;
  readonly #lines: RunLines;
  readonly #unsent: UnsentLines;
  readonly #sender: Sender;
  readonly #unlist: () => void;
  #wanted: readonly RunRequest[] = [];
  /** The ids of the requests that were heard. */
  readonly #heard = new Set<string>();
  /** How many epochs there are values of. */
  #place: number | undefined;
  #hidden: { readonly since: number; readonly from: number | undefined } | undefined;

  /** Not for programs: {@link connect} makes what starts runs. */
  constructor(args: HttpRunArgs) {
    const { record, journal, target, outbox, problems } = args;
    this.id = record.run;
    this.project = record.project;
    this.parts = args.parts;
    this.#args = args;
    this.#unsent = new UnsentLines({
      ...{ journal, outbox, problems },
      onSaved: () => this.#sender.wake(),
    });
    this.#sender = new Sender({
      ...{ journal, target, outbox, problems, lines: this.#unsent },
      onRequests: (requests) => this.#hear(requests),
      onDone: args.onDone,
    });
    const startedAt = record.startedAt;
    this.#lines = new RunLines({
      id: this.id,
      ...(startedAt !== undefined && { startedAt }),
      longest: limits.sentLine,
      append: (line, isStep) => this.#unsent.append(line, isStep),
      report: (kind, words) => problems.report(`${this.id} ${kind}`, `Run ${this.id}: ${words}.`),
    });
    const { writer, at } = record;
    this.#unsent.append(encodeRecord({ type: "journal", version: 1, at, writer }), false);
    this.#unsent.append(encodeRecord(record), false);
    if (Object.keys(args.card).length > 0) this.event({ type: "card", card: args.card });
    this.#unsent.save();
    this.#unlist = listRun({ id: this.id });
  }

  /** Records the values of one step. */
  log(values: Readonly<Record<string, number>>, position?: LogPosition): void {
    if (!this.#isOpen("log")) return;
    // A value of an epoch stands at its end, one of a batch where it is.
    const { epoch } = position ?? {};
    if (epoch !== undefined) this.#place = Number.isInteger(epoch) ? epoch + 1 : epoch;
    this.#lines.log(values, position);
  }

  /** Says what the series of these keys are. */
  describe(series: Readonly<Record<string, SeriesDescription>>): void {
    if (this.#isOpen("describe")) this.#lines.describe(series);
  }

  /** Records a decision or an incident. */
  event(event: RunEvent): void {
    if (this.#isOpen("event")) this.#lines.event(event);
  }

  get logged(): LoggedExtent {
    return this.#lines.logged;
  }

  /** What somebody has asked of it in the dashboard, which comes with the next answer to what is sent. */
  takeRequests(): readonly RunRequest[] {
    const wanted = this.#wanted;
    if (wanted.length > 0) this.#wanted = [];
    return wanted;
  }

  /**
   * Runs `fn` and records how it ended: finished, stopped early with the reason, or failed with the error. Returns what `fn` returns and
   * throws what it throws, and nothing else.
   */
  async track<T>(fn: () => T | Promise<T>): Promise<T> {
    if (typeof fn !== "function") {
      throw new TypeError(`track: fn must be a function. Received: ${typeof fn}`);
    }
    try {
      return await fn();
    } catch (error) {
      this.#end({ state: "failed", reason: describeError(error), error });
      throw error;
    } finally {
      this.#end({});
      await this.#settle();
    }
  }

  /**
   * Waits until the dashboard has all that was logged.
   *
   * @throws Error where it does not have it after 30 seconds, or refuses it; what it does not refuse is kept here and sent later
   */
  async flush(): Promise<void> {
    this.#unsent.save();
    let timer: unknown;
    const tooLong = new Promise<"late">((resolve) => {
      timer = surelyLater(() => resolve("late"), flushMs);
    });
    const isSent = await Promise.race([this.#sender.settled(), tooLong]);
    cancel(timer);
    const { url } = this.#args.target;
    if (isSent === "late") {
      throw new Error(
        `${url} has not taken in all of the run ${this.id} within ${flushMs / 1000} s. The rest is kept here and sent later.`,
      );
    }
    if (!isSent) throw new Error(`${url} has refused the run ${this.id}.`);
  }

  /**
   * Ends the run, and waits as {@link flush} does; what cannot be sent by then is sent later. A second call changes nothing.
   *
   * @throws TypeError or RangeError where it is no end
   */
  async finish(end: RunEnd = {}): Promise<void> {
    this.#end(takeOptions("finish", end, endNames));
    await this.#settle();
  }

  /** Gives the outbox what was logged. @internal */
  save(): void {
    this.#unsent.save();
  }

  /** The network is back. @internal */
  wake(): void {
    this.#sender.wake(true);
  }

  /** The page is hidden, or seen again. @internal */
  setHidden(isHidden: boolean): void {
    if (this.#lines.hasEnded || isHidden === (this.#hidden !== undefined)) return;
    const now = steadyNow();
    if (isHidden) {
      this.#hidden = { since: now, from: this.#place };
      this.#unsent.save();
      return;
    }
    const { since = now, from } = this.#hidden ?? {};
    this.#hidden = undefined;
    const seconds = (now - since) / 1000;
    if (seconds < shortestHiddenS) return;
    const until = this.#place;
    this.event({
      ...{ type: "hidden", seconds },
      ...(from !== undefined && { epoch: Math.floor(from), from }),
      ...(until !== undefined && { until }),
    });
  }

  /** The page goes away. @internal */
  leave(): void {
    this.setHidden(false);
    this.#unsent.save();
    this.#sender.farewell();
  }

  #end(end: RunEnd): void {
    if (this.#lines.hasEnded) return;
    const line = this.#lines.endLine(end);
    this.setHidden(false);
    const { dropped } = this.#unsent;
    if (dropped > 0) {
      const message = `Tracker: ${dropped} of ${this.#lines.steps} steps are lost: they could be neither sent nor kept.`;
      this.#lines.event({ type: "warning", message });
    }
    this.#unsent.append(line, false);
    this.#lines.setEnded();
    this.#unsent.save();
    this.#sender.end();
    this.#unlist();
  }

  #hear(requests: readonly FoundRequest[]): void {
    for (const { run, ...request } of requests) {
      if (run !== this.id || this.#heard.has(request.id)) continue;
      this.#heard.add(request.id);
      const folder = this.#args.outbox.checkpointsOf(run);
      const place = request.want === "save_weights" && folder !== undefined && { folder };
      this.#wanted = [...this.#wanted, { ...request, ...place }];
    }
  }

  async #settle(): Promise<void> {
    try {
      await this.flush();
    } catch (error) {
      if (!this.#sender.isRefused) this.#lines.report("settle", (error as Error).message);
    }
  }

  #isOpen(what: string): boolean {
    const isOpen = !this.#lines.hasEnded;
    if (!isOpen) this.#lines.reportEnded(what);
    return isOpen;
  }
}

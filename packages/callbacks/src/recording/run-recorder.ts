import { reportError } from "../host/report-error.ts";
import type { RunEvent } from "../run/run-event.ts";
import type { RunRequest } from "../run/run-request.ts";
import type { LogPosition, RunWriter } from "../run/run-writer.ts";
import type { SeriesDescription } from "../run/series-description.ts";
import { meterOf } from "./cost-meter.ts";

/** The runs whose failure was reported. */
const failed = new WeakSet<RunWriter>();

/** Writes into a run, or nowhere where there is none. A run that fails is reported once; training goes on. */
export class RunRecorder implements RunWriter {
  readonly #className: string;
  readonly #run: RunWriter | undefined;

  constructor(className: string, run: RunWriter | undefined) {
    this.#className = className;
    this.#run = run;
  }

  /** The run that is written into. */
  get target(): RunWriter | undefined {
    return this.#run;
  }

  log(values: Readonly<Record<string, number>>, position: LogPosition): void {
    this.#write((run) => run.log(values, position));
  }

  describe(series: Readonly<Record<string, SeriesDescription>>): void {
    this.#write((run) => run.describe(series));
  }

  event(event: RunEvent): void {
    this.#write((run) => run.event(event));
  }

  /** What somebody wants of the training; nothing where the run cannot say. */
  takeRequests(): readonly RunRequest[] {
    try {
      return this.#run?.takeRequests?.() ?? [];
    } catch (error) {
      this.#report(error);
      return [];
    }
  }

  #write(write: (run: RunWriter) => unknown): void {
    if (this.#run === undefined) {
      return;
    }
    const end = meterOf(this.#run)?.begin();
    try {
      const answer = write(this.#run);
      if (answer instanceof Promise) {
        answer.catch((error: unknown) => this.#report(error));
      }
    } catch (error) {
      this.#report(error);
    } finally {
      end?.();
    }
  }

  #report(error: unknown): void {
    if (this.#run === undefined || failed.has(this.#run)) {
      return;
    }
    failed.add(this.#run);
    const message = error instanceof Error ? error.message : String(error);
    reportError(
      new Error(
        `${this.#className}: the run could not be written to; training goes on. ${message}`,
        { cause: error },
      ),
    );
  }
}

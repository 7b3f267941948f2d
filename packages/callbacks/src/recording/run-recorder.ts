import { reportError } from "../host/report-error.ts";
import type { RunEvent } from "../run/run-event.ts";
import type { LogPosition, RunWriter } from "../run/run-writer.ts";
import type { SeriesDescription } from "../run/series-description.ts";

/** Writes into a run, or nowhere where there is none. A run that fails is reported once; training goes on. */
export class RunRecorder implements RunWriter {
  readonly #className: string;
  readonly #run: RunWriter | undefined;
  #hasFailed = false;

  constructor(className: string, run: RunWriter | undefined) {
    this.#className = className;
    this.#run = run;
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

  #write(write: (run: RunWriter) => unknown): void {
    if (this.#run === undefined) {
      return;
    }
    try {
      const answer = write(this.#run);
      if (answer instanceof Promise) {
        answer.catch((error: unknown) => this.#report(error));
      }
    } catch (error) {
      this.#report(error);
    }
  }

  #report(error: unknown): void {
    if (this.#hasFailed) {
      return;
    }
    this.#hasFailed = true;
    const message = error instanceof Error ? error.message : String(error);
    reportError(
      new Error(
        `${this.#className}: the run could not be written to; training goes on. ${message}`,
        { cause: error },
      ),
    );
  }
}

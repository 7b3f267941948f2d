import type { RunStarter, StartedRun, StartRunOptions } from "@epochal/record";
import { reportError } from "../host/report-error.ts";
import { RunCount } from "../recording/run-count.ts";

export type EndOfRun = NonNullable<Parameters<StartedRun["finish"]>[0]>;

/** The run of one model: open from its first fit on, and again when it is trained once more after its end. */
export class ModelRun {
  /** How many fits of it are going on. */
  fits = 0;
  /** Whether it ends when its last fit does, because another model is trained. */
  endsWithFit = false;
  /** Whether it ended because another model was trained. */
  hasGivenWay = false;
  /** Whether it is one of several models that are trained in turns: these do not end each other. */
  takesTurns = false;
  #run: StartedRun | undefined;
  #last: StartedRun | undefined;
  #release: () => void = () => {};

  /** The open run. */
  get run(): StartedRun | undefined {
    return this.#run;
  }

  /** Whether it was open before. */
  get hasEnded(): boolean {
    return this.#run === undefined && this.#last !== undefined;
  }

  /** Opens it where it is not open. */
  async open(
    starter: RunStarter,
    options: (starter: RunStarter) => StartRunOptions,
  ): Promise<StartedRun> {
    if (this.#run !== undefined) return this.#run;
    const run = (await this.#goOn(starter)) ?? (await starter.startRun(options(starter)));
    const released = new Promise<void>((resolve) => {
      this.#release = resolve;
    });
    // It is told of the end of the process, too, until it is released.
    run.track(() => released).catch(report);
    this.#run = run;
    this.#last = run;
    return run;
  }

  /** Ends it where it is open. What it ends with is recorded at once. */
  end(how: EndOfRun = {}): Promise<void> {
    const run = this.#run;
    if (run === undefined) return Promise.resolve();
    this.#run = undefined;
    this.endsWithFit = false;
    const finished = run.finish(how).catch(report);
    this.#release();
    return finished;
  }

  async #goOn(starter: RunStarter): Promise<StartedRun | undefined> {
    const last = this.#last;
    if (last === undefined || starter.resumeRun === undefined) return undefined;
    try {
      const run = await starter.resumeRun(last.id);
      RunCount.of(run).goOnBehind(RunCount.of(last));
      return run;
    } catch {
      // Somebody has deleted it, or the database is locked: another run is better than none.
      return undefined;
    }
  }
}

function report(error: unknown): void {
  reportError(error instanceof Error ? error : new Error(String(error)));
}

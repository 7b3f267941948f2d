import type { RunPart, RunStarter, StartedRun, StartRunOptions } from "@epochal/record";
import { RecordedRun } from "./recorded-run.ts";

type End = NonNullable<Parameters<StartedRun["finish"]>[0]>;

/** A run in memory that is started and ended. */
export class MemoryRun extends RecordedRun implements StartedRun {
  readonly id: string;
  readonly options: StartRunOptions;
  /** What it ended with; undefined while it is open. */
  ended: End | undefined;
  /** How often it was resumed. */
  resumed = 0;

  constructor(id: string, options: StartRunOptions, parts: Partial<Record<RunPart, true>>) {
    super(parts);
    this.id = id;
    this.options = options;
  }

  async track<T>(fn: () => T | Promise<T>): Promise<T> {
    return fn();
  }

  async finish(end: End = {}): Promise<void> {
    this.ended ??= end;
  }

  /** The epochs of its values. */
  get epochs(): (number | undefined)[] {
    return this.logs.map(({ position }) => position?.epoch);
  }
}

/** A store in memory. A resumed run is another object, as it is with a real store. */
export class MemoryStore implements RunStarter {
  /** Each run once, as it was resumed last. */
  readonly runs: MemoryRun[] = [];
  readonly #parts: Partial<Record<RunPart, true>>;

  constructor(parts: Partial<Record<RunPart, true>> = {}) {
    this.#parts = parts;
  }

  async startRun(options: StartRunOptions): Promise<MemoryRun> {
    const run = new MemoryRun(`run ${this.runs.length}`, options, this.#parts);
    this.runs.push(run);
    return run;
  }

  async resumeRun(id: string): Promise<MemoryRun> {
    const at = this.runs.findIndex((run) => run.id === id);
    const before = this.runs[at];
    if (before?.ended === undefined) throw new Error(`${id} cannot be resumed`);
    const run = new MemoryRun(id, before.options, this.#parts);
    run.resumed = before.resumed + 1;
    run.logs.push(...before.logs);
    run.events.push(...before.events);
    run.fits.push(...before.fits);
    this.runs[at] = run;
    return run;
  }
}

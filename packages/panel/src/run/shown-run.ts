import {
  isDescription,
  isObject,
  type LoggedExtent,
  type LogPosition,
  limits,
  type RunEvent,
  type RunPart,
  type RunRequest,
  type RunWriter,
  readPosition,
  type SeriesDescription,
  Taken,
} from "@epochal/record";
import { KeptRun } from "./kept-run.ts";

/** What no curve shows need not be recorded where nobody else hears of it. */
const curvesAlone: Readonly<Partial<Record<RunPart, boolean>>> = {
  code: false,
  model: false,
  weights: false,
  data: false,
  timing: false,
  memory: false,
  cost: false,
};

/**
 * A run that is shown in the page: what is logged into it is kept in memory to be drawn, and goes on to another run where there is one.
 * As every run it never throws and never waits.
 */
export class ShownRun implements RunWriter {
  readonly #kept = new KeptRun();
  readonly #to: RunWriter | undefined;
  readonly #taken = new Taken();
  readonly #listeners = new Set<() => void>();
  /** The highest step there is. */
  #highest = -1;

  /** @param to where everything goes on to. @default nowhere: the run ends with the page */
  constructor(to?: RunWriter) {
    this.#to = to;
  }

  /** What is kept of it. */
  get kept(): KeptRun {
    return this.#kept;
  }

  get parts(): Readonly<Partial<Record<RunPart, boolean>>> {
    return this.#to?.parts ?? curvesAlone;
  }

  get logged(): LoggedExtent {
    return this.#to?.logged ?? this.#taken;
  }

  log(values: Readonly<Record<string, number>>, position?: LogPosition): void {
    this.#quietly(() => this.#keep(values, position));
    this.#to?.log(values, position);
  }

  describe(series: Readonly<Record<string, SeriesDescription>>): void {
    this.#quietly(() => {
      const known = Object.entries(series).filter(
        ([key, description]) => key.length <= limits.key && isDescription(description),
      );
      this.#taken.describe(Object.fromEntries(known));
      this.#kept.describe(Object.fromEntries(known));
    });
    this.#to?.describe(series);
  }

  event(event: RunEvent): void {
    this.#quietly(() => {
      if (typeof event.type === "string") this.#kept.event(Date.now(), event);
    });
    this.#to?.event(event);
  }

  lastBatchBefore(epoch: number): LogPosition | undefined {
    return this.#to?.lastBatchBefore?.(epoch);
  }

  takeRequests(): readonly RunRequest[] {
    return this.#to?.takeRequests?.() ?? [];
  }

  /** Calls whenever something was logged, until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #keep(values: Readonly<Record<string, number>>, position: LogPosition | undefined): void {
    const { step, epoch, takenAt } = readPosition(position, this.#highest + 1);
    if (step === undefined || !isObject(values)) return;
    const known = Object.entries(values)
      .filter(([key, value]) => key.length <= limits.key && typeof value === "number")
      .slice(0, limits.keys);
    if (known.length === 0) return;
    this.#highest = Math.max(this.#highest, step);
    this.#taken.see(values, step, epoch);
    this.#kept.values(known, { at: takenAt ?? Date.now(), step, epoch });
  }

  /** What cannot be kept is reported by the other run, or is not drawn. */
  #quietly(keep: () => void): void {
    try {
      keep();
    } catch {
      return;
    }
    for (const listener of this.#listeners) listener();
  }
}

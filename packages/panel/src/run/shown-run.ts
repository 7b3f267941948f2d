import {
  type JournalRecord,
  type LoggedExtent,
  type LogPosition,
  parseRecord,
  type RunEvent,
  RunLines,
  type RunPart,
  type RunRequest,
  type RunWriter,
  type SeriesDescription,
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
  readonly #lines: RunLines;
  readonly #listeners = new Set<() => void>();

  /** @param to where everything goes on to. @default nowhere: the run ends with the page */
  constructor(to?: RunWriter) {
    this.#to = to;
    this.#lines = new RunLines({
      id: "shown",
      append: (line) => this.#keep(line),
      // What cannot be recorded is reported by the other run, or is not drawn.
      report: () => undefined,
    });
  }

  /** What is kept of it. */
  get kept(): KeptRun {
    return this.#kept;
  }

  get parts(): Readonly<Partial<Record<RunPart, boolean>>> {
    return this.#to?.parts ?? curvesAlone;
  }

  get logged(): LoggedExtent {
    return this.#to?.logged ?? this.#lines.logged;
  }

  log(values: Readonly<Record<string, number>>, position?: LogPosition): void {
    this.#lines.log(values, position);
    this.#to?.log(values, position);
  }

  describe(series: Readonly<Record<string, SeriesDescription>>): void {
    this.#lines.describe(series);
    this.#to?.describe(series);
  }

  event(event: RunEvent): void {
    this.#lines.event(event);
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

  #keep(line: string): void {
    const record = parseRecord(line);
    if (typeof record === "string") return;
    this.#take(record);
    for (const listener of this.#listeners) listener();
  }

  #take(record: JournalRecord): void {
    if (record.type === "values") this.#kept.values(record);
    else if (record.type === "series") this.#kept.describe(record.series);
    else if (record.type === "event") this.#kept.event(record.at, record.event);
  }
}

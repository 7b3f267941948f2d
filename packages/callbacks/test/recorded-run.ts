import type { RunEvent } from "../src/run/run-event.ts";
import type { LogPosition, RunWriter } from "../src/run/run-writer.ts";
import type { SeriesDescription } from "../src/run/series-description.ts";

/** A run in memory. */
export class RecordedRun implements RunWriter {
  readonly logs: { values: Readonly<Record<string, number>>; position: LogPosition | undefined }[] =
    [];
  readonly series: Record<string, SeriesDescription> = {};
  readonly events: RunEvent[] = [];
  describeCalls = 0;

  log(values: Readonly<Record<string, number>>, position?: LogPosition): void {
    this.logs.push({ values, position });
  }

  describe(series: Readonly<Record<string, SeriesDescription>>): void {
    this.describeCalls++;
    Object.assign(this.series, series);
  }

  event(event: RunEvent): void {
    this.events.push(event);
  }
}

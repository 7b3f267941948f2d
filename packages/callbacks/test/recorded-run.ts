import type {
  FitEvent,
  LogPosition,
  RunEvent,
  RunPart,
  RunRequest,
  RunWriter,
  SeriesDescription,
} from "@epochal/record";

const allParts: Record<RunPart, false> = {
  code: false,
  arguments: false,
  environment: false,
  versions: false,
  machine: false,
  backend: false,
  lockfile: false,
  model: false,
  weights: false,
  training: false,
  fit: false,
  data: false,
  seed: false,
  timing: false,
  memory: false,
  cost: false,
  nonFinite: false,
};

/** A run in memory. It wants nothing recorded on its own, but for what it is made with. */
export class RecordedRun implements RunWriter {
  readonly parts: Record<RunPart, boolean>;
  readonly requests: RunRequest[] = [];
  readonly logs: { values: Readonly<Record<string, number>>; position: LogPosition | undefined }[] =
    [];
  readonly series: Record<string, SeriesDescription> = {};
  /** Without those that every fit begins with. */
  readonly events: RunEvent[] = [];
  readonly fits: FitEvent[] = [];
  describeCalls = 0;

  constructor(parts: Partial<Record<RunPart, true>> = {}) {
    this.parts = { ...allParts, ...parts };
  }

  takeRequests(): readonly RunRequest[] {
    return this.requests.splice(0);
  }

  log(values: Readonly<Record<string, number>>, position?: LogPosition): void {
    this.logs.push({ values, position });
  }

  describe(series: Readonly<Record<string, SeriesDescription>>): void {
    this.describeCalls++;
    Object.assign(this.series, series);
  }

  event(event: RunEvent): void {
    if (event.type === "fit") this.fits.push(event);
    else this.events.push(event);
  }
}

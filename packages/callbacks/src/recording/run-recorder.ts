import type {
  GraphLayer,
  LogPosition,
  RunEvent,
  RunRequest,
  RunWriter,
  SeriesDescription,
  WaitedValue,
} from "@epochal/record";
import type { LayersModel } from "@tensorflow/tfjs";
import { reportError } from "../host/report-error.ts";
import { meterOf } from "./cost-meter.ts";
import type { FitPlace, RunPosition } from "./fit-place.ts";
import { joinedRunOf } from "./joined-run.ts";
import { RunCount } from "./run-count.ts";

/** The fields in which events count epochs. */
interface InEpochs {
  readonly epoch?: number;
  readonly bestEpoch?: number;
  readonly waited?: readonly WaitedValue[];
}

/** The runs whose failure was reported. */
const failed = new WeakSet<RunWriter>();

/**
 * Writes into a run, or nowhere where there is none. A run that fails is reported once; training goes on.
 *
 * Callbacks count the epochs of their fit, a run those of all its fits: this turns the ones into the others.
 */
export class RunRecorder implements RunWriter {
  readonly #className: string;
  readonly #given: RunWriter | undefined;
  readonly #joins: boolean;
  #run: RunWriter | undefined;
  #place: FitPlace | undefined;

  /** @param joins whether it writes, where there is no run, into the one that the fits of the model are recorded into anyway */
  constructor(className: string, run: RunWriter | undefined, joins: boolean = true) {
    this.#className = className;
    this.#given = run;
    this.#joins = joins;
    this.#run = run;
  }

  /** The run it was given. */
  get target(): RunWriter | undefined {
    return this.#given;
  }

  /** Called by the first callback that hears of a fit of this model. */
  open(model: LayersModel, batchesPerEpoch: number | undefined): void {
    if (this.#run === undefined) return;
    this.#place = RunCount.of(this.#run).open(model);
    this.#place.batchesPerEpoch = batchesPerEpoch;
  }

  /** Called by every callback when a fit of this model is about to train. */
  begin(model: LayersModel | null): void {
    if (this.#joins) this.#run = this.#given ?? joinedRunOf(model);
    this.#place = this.#run && RunCount.of(this.#run).join(model);
  }

  /** Where the fit stands in the run; undefined where there is none. */
  get place(): FitPlace | undefined {
    if (this.#run === undefined) return undefined;
    this.#place ??= RunCount.of(this.#run).join(null);
    return this.#place;
  }

  /** The run's number for an epoch of the fit. */
  epoch(epoch: number): number {
    return this.place?.epoch(epoch) ?? epoch;
  }

  /** Where the values of an epoch of the fit belong. */
  at(epoch: number): RunPosition {
    return this.place?.at(epoch) ?? { epoch, step: epoch };
  }

  log(values: Readonly<Record<string, number>>, position: LogPosition): void {
    this.#write((run) => run.log(values, position));
  }

  describe(series: Readonly<Record<string, SeriesDescription>>): void {
    this.#write((run) => run.describe(series));
  }

  /** @param event its epochs are the fit's */
  event(event: RunEvent): void {
    this.#write((run) => run.event(this.#inRun(event)));
  }

  /** Records the layers of a model that trains from an epoch on, unless they are those that were recorded last. */
  graph(epoch: number, layers: readonly GraphLayer[]): void {
    if (this.#run === undefined) return;
    const count = RunCount.of(this.#run);
    const json = JSON.stringify(layers);
    if (json === count.graph) return;
    count.graph = json;
    this.event({ type: "graph", epoch, layers });
  }

  /** The requests to the training; none where the run cannot tell. */
  takeRequests(): readonly RunRequest[] {
    try {
      return this.#run?.takeRequests?.() ?? [];
    } catch (error) {
      this.#report(error);
      return [];
    }
  }

  #inRun<Told extends object>(told: Told): Told {
    const { epoch, bestEpoch, waited } = told as InEpochs;
    return {
      ...told,
      ...(epoch !== undefined && { epoch: this.epoch(epoch) }),
      ...(bestEpoch !== undefined && { bestEpoch: this.epoch(bestEpoch) }),
      ...(waited && { waited: waited.map((value) => this.#inRun(value)) }),
    };
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

import type { RunWriter } from "@epochal/record";
import type { LayersModel } from "@tensorflow/tfjs";
import type { FitContext } from "../arranging/fit-context.ts";
import { FitObserver } from "../observing/fit-observer.ts";
import { batchMeans } from "../recording/batch-means.ts";
import { meterOf } from "../recording/cost-meter.ts";
import { EpochRecorder } from "../recording/epoch-recorder.ts";
import { RunCount } from "../recording/run-count.ts";
import type { FitCall } from "./fit-listener.ts";
import { readLogs } from "./read-logs.ts";
import { stockStop } from "./stock-stop.ts";

type Params = Readonly<Record<string, unknown>>;

/** Records a fit of stock TensorFlow.js into a run: what `History` with this run would, and what `fit()` records on its own. */
export class FitRecording {
  readonly #run: RunWriter;
  readonly #call: FitCall;
  readonly #observer: FitObserver;
  readonly #epochs: EpochRecorder;
  #model: LayersModel | null = null;

  constructor(run: RunWriter, call: FitCall) {
    this.#run = run;
    this.#call = call;
    this.#observer = new FitObserver(run);
    this.#epochs = new EpochRecorder("autolog", run);
  }

  async begin(model: LayersModel, params: Params): Promise<void> {
    this.#model = model;
    this.#observer.preflight(contextOf(this.#call, model));
    this.#observer.setParams(params as FitObserver["params"]);
    this.#observer.setModel(model);
    await this.#observer.onTrainBegin();
    this.#epochs.begin(params.metrics, model);
    const count = RunCount.of(this.#run);
    const means = batchMeans(model);
    const told = JSON.stringify(means);
    if (means !== undefined && told !== count.means) this.#epochs.run.event(means);
    count.means = told;
  }

  async afterBegin(): Promise<void> {
    await this.#observer.afterTrainBegin();
  }

  async beginEpoch(epoch: number): Promise<void> {
    await this.#observer.onEpochBegin(epoch);
  }

  async endBatch(batch: number, logs: Params): Promise<void> {
    const told = logs as Record<string, number>;
    await this.#observer.onBatchEnd(batch, told);
    await this.#observer.afterBatch(batch, told);
  }

  async endEpoch(epoch: number, logs: Params): Promise<void> {
    const end = meterOf(this.#run)?.begin();
    const values = await readLogs(logs);
    end?.();
    this.#observer.keptScalars += Object.values(logs).filter(
      (each) => typeof each === "object",
    ).length;
    await this.#observer.onEpochEnd(epoch);
    this.#epochs.record(epoch, values, this.#model);
    await this.#observer.afterEpoch(epoch, values);
  }

  async end(): Promise<void> {
    const stop = stockStop(this.#call.args);
    if (stop !== undefined) this.#epochs.run.event(stop);
    await this.#observer.onTrainEnd();
  }

  async fail(): Promise<void> {
    await this.#observer.onTrainError();
  }
}

function contextOf({ x, y, args }: FitCall, model: LayersModel): FitContext {
  const { validationData, validationSplit } = Object(args) as Params;
  const hasValidation = validationData != null || Number(validationSplit ?? 0) > 0;
  return { model, hasValidation, x, y, args };
}

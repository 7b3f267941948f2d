import type { RunStarter, RunWriter, StartedRun } from "@epochal/record";
import type { LayersModel } from "@tensorflow/tfjs";
import { reportError } from "../host/report-error.ts";
import { joinRun } from "../recording/joined-run.ts";
import { programRuns } from "../recording/program-runs.ts";
import { fitConfig } from "./fit-config.ts";
import type { FitCall, FitListener } from "./fit-listener.ts";
import { FitRecording } from "./fit-recording.ts";
import type { ModelRun } from "./model-run.ts";
import { ModelRuns } from "./model-runs.ts";
import { programConfig } from "./program-config.ts";
import { programProject } from "./program-project.ts";
import type { StoreSource } from "./store-source.ts";

export interface FitRecorderArgs {
  readonly source: StoreSource;
  /** @default the only one that the store may write, else what the program is called */
  readonly project?: string | undefined;
  /** Called before a run ends, with what there is still to record. */
  readonly beforeEnd?: (run: StartedRun) => void;
}

/** Makes a run of the fits of a program that records none itself. */
export class FitRecorder {
  readonly #source: StoreSource;
  readonly #project: string | undefined;
  readonly #runs: ModelRuns;
  readonly #own = new Set<string>();
  #hasReported = false;

  constructor({ source, project, beforeEnd }: FitRecorderArgs) {
    this.#source = source;
    this.#project = project;
    this.#runs = new ModelRuns(source, beforeEnd);
  }

  /** Who records a fit; nobody where the program records it itself. */
  hear(call: FitCall): FitListener | undefined {
    joinRun(call.model);
    if (recordsItself(call) || this.#hasOthers()) return undefined;
    let recording: FitRecording | undefined;
    let run: ModelRun | undefined;
    const begin = async (model: LayersModel) => {
      const begun = await this.#begin(model, call);
      run = begun;
      return begun.run;
    };
    return {
      onTrainBegin: (model, params) =>
        this.#quietly(async () => {
          const opened = await begin(model as LayersModel);
          if (opened === undefined) return;
          joinRun(model, opened);
          recording = new FitRecording(opened, call);
          await recording.begin(model as LayersModel, params);
        }),
      afterTrainBegin: () => this.#quietly(async () => recording?.afterBegin()),
      onEpochBegin: (epoch) => this.#quietly(async () => recording?.beginEpoch(epoch)),
      onBatchEnd: (batch, logs) => this.#quietly(async () => recording?.endBatch(batch, logs)),
      onEpochEnd: (epoch, logs) => this.#quietly(async () => recording?.endEpoch(epoch, logs)),
      onTrainEnd: () =>
        this.#quietly(async () => {
          await recording?.end();
          if (run !== undefined) this.#runs.endFit(run);
          run = undefined;
        }),
      onError: (error) => {
        const fail = async () => {
          // A fit that fails before its first batch has a run, too.
          if (run === undefined) await begin(call.model as LayersModel);
          if (run === undefined) return;
          const failed = run;
          run = undefined;
          void recording?.fail();
          this.#runs.failFit(failed, error);
        };
        return this.#quietly(fail);
      },
    };
  }

  /** Ends the runs that are open, and lets go of the store. */
  async finish(): Promise<void> {
    if (await this.#runs.finish()) await this.#source.close();
  }

  /** Called when the process ends. */
  endWithProcess(isOrderly: boolean): void {
    this.#runs.endWithProcess(isOrderly);
  }

  async #begin(model: LayersModel, call: FitCall): Promise<ModelRun> {
    const options = ({ projects = [] }: RunStarter) => ({
      project: this.#project ?? ((projects.length === 1 && projects[0]) || programProject()),
      config: fitConfig(model, call, programConfig()),
    });
    const begun = await this.#runs.begin(model, options);
    if (begun.run !== undefined) this.#own.add(begun.run.id);
    return begun;
  }

  /** Whether the program has a run open that it has started itself. */
  #hasOthers(): boolean {
    return [...programRuns()].some(({ id }) => !this.#own.has(id));
  }

  /** An error of recording is reported once, and never reaches the fit. */
  async #quietly(what: () => Promise<void>): Promise<void> {
    try {
      await what();
    } catch (error) {
      if (this.#hasReported) return;
      this.#hasReported = true;
      const message = error instanceof Error ? error.message : String(error);
      reportError(
        new Error(`autolog: a fit could not be recorded; training goes on. ${message}`, {
          cause: error,
        }),
      );
    }
  }
}

function recordsItself({ args }: FitCall): boolean {
  const callbacks: unknown[] = [args?.callbacks ?? []].flat(Number.POSITIVE_INFINITY);
  return callbacks.some((each) => {
    const { recordsInto } = Object(each) as { recordsInto?: () => RunWriter | undefined };
    return typeof recordsInto === "function" && recordsInto.call(each) !== undefined;
  });
}

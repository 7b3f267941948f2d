import type { RunStarter, StartedRun, StartRunOptions } from "@epochal/record";
import type { LayersModel } from "@tensorflow/tfjs";
import { nextTurn } from "../host/next-turn.ts";
import { type EndOfRun, ModelRun } from "./model-run.ts";
import type { StoreSource } from "./store-source.ts";

interface KnownModel {
  readonly run: ModelRun;
  readonly weights: WeakSet<object>;
  readonly size: number;
}

/**
 * Which fits belong into which run: all fits of one model into one. It ends when another model is trained, unless the two are
 * trained in turns: the first one then goes on, and both end with the program.
 *
 * A model is known by its weights, because `compile()` gives a `Sequential` a new model within.
 */
export class ModelRuns {
  readonly #source: StoreSource;
  readonly #beforeEnd: (run: StartedRun) => void;
  /** Beside each weight the models that have it: layers may be shared. */
  #known = new WeakMap<object, KnownModel[]>();
  readonly #open = new Set<ModelRun>();
  /** Those whose fit has thrown, until they end, with what was thrown. */
  readonly #failed = new Map<ModelRun, unknown>();
  /** One fit after the other finds its run. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(source: StoreSource, beforeEnd: (run: StartedRun) => void = () => {}) {
    this.#source = source;
    this.#beforeEnd = beforeEnd;
  }

  /** Opens the run of a model that is about to train. Each call wants one of `endFit` or `failFit`. */
  begin(model: LayersModel, options: (starter: RunStarter) => StartRunOptions): Promise<ModelRun> {
    const begun = this.#turn.then(() => this.#begin(model, options));
    this.#turn = begun.catch(() => {});
    return begun;
  }

  async #begin(
    model: LayersModel,
    options: (starter: RunStarter) => StartRunOptions,
  ): Promise<ModelRun> {
    this.#endFailed();
    const mine = this.#runOf(model);
    const others = [...this.#open].filter((each) => each !== mine);
    if (mine.hasEnded && mine.hasGivenWay) {
      for (const each of [mine, ...others]) each.takesTurns = true;
    }
    mine.endsWithFit = false;
    const starter = await this.#source.open();
    await mine.open(starter, options);
    this.#open.add(mine);
    mine.fits++;
    for (const each of others) {
      if (each.takesTurns) continue;
      each.hasGivenWay = true;
      if (isTraining(each)) each.endsWithFit = true;
      else void this.#end(each);
    }
    return mine;
  }

  endFit(run: ModelRun): void {
    run.fits--;
    if (run.fits === 0 && run.endsWithFit) void this.#end(run);
  }

  /**
   * A fit has thrown. Its run ends in the next turn of the event loop, or with the process: whoever reads the stack of an error takes
   * from Node.js what it shows of the source where nobody catches the error.
   */
  failFit(run: ModelRun, error: unknown): void {
    run.fits--;
    this.#failed.set(run, error);
    nextTurn(() => this.#endFailed());
  }

  /**
   * Ends all runs and forgets them: a model that is trained again gets another run. What they end with is recorded at once; the run
   * of a fit that goes on ends with that fit.
   *
   * @returns whether all have ended
   */
  async finish(): Promise<boolean> {
    this.#endFailed();
    this.#known = new WeakMap();
    const all = [...this.#open];
    const training = all.filter(isTraining);
    for (const each of training) each.endsWithFit = true;
    await Promise.all(all.filter((each) => !isTraining(each)).map((each) => this.#end(each)));
    return training.length === 0;
  }

  /** Called when the process ends: a run whose fit goes on is left to whoever records how it was broken off. */
  endWithProcess(isOrderly: boolean): void {
    this.#endFailed();
    for (const each of this.#open) {
      if (isOrderly && !isTraining(each)) void this.#end(each);
      else if (each.run !== undefined) this.#beforeEnd(each.run);
    }
  }

  #endFailed(): void {
    const failed = [...this.#failed];
    this.#failed.clear();
    for (const [run, error] of failed) {
      run.hasGivenWay = false;
      void this.#end(run, { state: "failed", error });
    }
  }

  #end(run: ModelRun, how?: EndOfRun): Promise<void> {
    if (run.run !== undefined) this.#beforeEnd(run.run);
    this.#open.delete(run);
    return run.end(how);
  }

  #runOf(model: LayersModel): ModelRun {
    const weights: readonly object[] = model.weights.length > 0 ? model.weights : [model];
    const [first = model] = weights;
    const found = this.#known
      .get(first)
      ?.find((each) => each.size === weights.length && weights.every((it) => each.weights.has(it)));
    if (found !== undefined) return found.run;
    const known = { run: new ModelRun(), weights: new WeakSet(weights), size: weights.length };
    for (const each of weights) this.#known.set(each, [...(this.#known.get(each) ?? []), known]);
    return known.run;
  }
}

function isTraining({ fits }: ModelRun): boolean {
  return fits > 0;
}

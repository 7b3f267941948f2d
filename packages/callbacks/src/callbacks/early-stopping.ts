import { formatDuration, formatValue, shownEpoch, waitWords } from "@epochal/conclusions";
import {
  MonitorTrack,
  type SeenValue,
  type StoppedEarlyEvent,
  toJsonNumber,
  type WaitedValue,
} from "@epochal/record";
import { type Logs, type Tensor, util } from "@tensorflow/tfjs";
import type { FitContext } from "../arranging/fit-context.ts";
import { printLine } from "../host/print-line.ts";
import { BestWeights } from "../monitoring/best-weights.ts";
import {
  type EarlyStoppingArgs,
  type EarlyStoppingOptions,
  earlyStoppingOptions,
} from "./early-stopping-args.ts";
import { MonitorCallback } from "./monitor-callback.ts";

/**
 * Stops training when a monitored value has stopped improving, and can give the model its best weights back.
 *
 * Follows Keras 3.16, but for the deviations that are listed. An epoch improves when its value is better than the
 * best one by more than `minDelta`; a value that is not finite never is. After `patience` epochs without improvement,
 * though never in the first epoch, training stops. Which way a value is better is known from the metric behind the log key.
 *
 * It can watch several values, `monitor: [{ key: "val_auc" }, { key: "val_loss" }]`, stop as soon as values are good enough,
 * `until: { val_auc: 0.95 }`, or when time is over, `maxMinutes`.
 *
 * `restoreBestWeights` restores when training ends for any reason, an error included. Optimizer state stays as it is. An
 * epoch without the monitored value, such as one stopped before its validation, counts for nothing.
 *
 * @throws TypeError or RangeError when an option is unknown or out of range
 * @throws RangeError when training begins, where the fit's logs will not have the monitored key, where nothing says which
 * way it is better, or where `mode` contradicts its metric
 * @example
 * ```ts
 * const stopping = new EarlyStopping({ monitor: "val_auc", patience: 5, restoreBestWeights: true });
 * stopping.best; // undefined
 * new EarlyStopping().monitor; // "val_loss"
 * ```
 */
export class EarlyStopping extends MonitorCallback {
  /** The epoch after which this callback stopped training, or 0 where it did not. */
  stoppedEpoch = 0;
  /** Why training was stopped, in one sentence, or undefined where it was not. */
  reason: string | undefined;
  readonly #options: EarlyStoppingOptions;
  readonly #weights = new BestWeights();
  /** The watched values, the first one first; none before training. */
  #tracks: readonly MonitorTrack[] = [];
  #goals: readonly MonitorTrack[] = [];
  #begin = 0;
  /** The minutes of earlier processes of the same training. */
  #minutesBefore = 0;
  #lastEpoch = -1;
  /** From the state that it goes on from. */
  #keptAt: readonly number[] | undefined;

  constructor(args: EarlyStoppingArgs = {}) {
    const options = earlyStoppingOptions(args, new.target !== EarlyStopping);
    super(options);
    this.#options = options;
  }

  /** The best value so far, or undefined before there is one. */
  get best(): number | undefined {
    return this.#tracks[0]?.best;
  }

  /** The epoch of the best value, counted from 0. */
  get bestEpoch(): number {
    return this.#tracks[0]?.bestEpoch ?? 0;
  }

  /** Epochs without improvement. */
  get wait(): number {
    return this.#tracks[0]?.wait ?? 0;
  }

  override preflight(context: FitContext): void {
    super.preflight(context);
    const { others, until = {} } = this.#options;
    for (const { key, mode = "auto" } of others) this.directionOf(key, mode, context);
    for (const key of Object.keys(until)) this.directionOf(key, this.#modeOf(key), context);
  }

  override async onTrainBegin(): Promise<void> {
    await super.onTrainBegin();
    this.stoppedEpoch = 0;
    this.reason = undefined;
    this.#lastEpoch = -1;
    this.#begin = util.now();
    this.#minutesBefore = 0;
    const { monitor, mode, baseline, others, until = {} } = this.#options;
    // What the first value must exceed the best one by may change from epoch to epoch.
    const watched = [{ key: monitor, mode, minDelta: 0, baseline }, ...others];
    this.#tracks = watched.map(({ key, mode = "auto", minDelta = 0, ...rest }) => {
      const direction = this.directionOf(key, mode);
      return new MonitorTrack(key, { direction, minDelta: Math.abs(minDelta), ...rest });
    });
    this.#goals = Object.keys(until).map(
      (key) =>
        new MonitorTrack(key, { direction: this.directionOf(key, this.#modeOf(key)), minDelta: 0 }),
    );
  }

  override async onEpochEnd(epoch: number, logs: Logs = {}): Promise<void> {
    this.#lastEpoch = epoch;
    if (this.direction === undefined) return;
    const isOut = epoch >= this.#options.startFromEpoch && this.#see(epoch, logs) && epoch > 0;
    const enough = this.#enough(epoch, logs);
    if (enough === undefined && !isOut) return;
    const waited = enough === undefined ? this.#waited() : [];
    this.reason = enough ?? waitWords(waited);
    // What is stored names no epoch: the run counts its own, and the event has fields for them.
    const reason = enough ?? waitWords(waited.map(({ bestEpoch: _, ...value }) => value));
    const told = { ...(waited.length > 0 && { waited }), reason };
    this.#stop(epoch, logs[this.monitor] ?? Number.NaN, told);
  }

  override async onTrainEnd(): Promise<void> {
    if (this.reason !== undefined) {
      this.#print(`Epoch ${shownEpoch(this.stoppedEpoch)}: early stopping, ${this.reason}.`);
    }
    this.#restore(this.bestEpoch < this.#lastEpoch);
  }

  /** Gives the model its best weights back: TensorFlow.js calls no other hook when training fails. */
  override async onTrainError(): Promise<void> {
    this.#restore(true);
  }

  override getState(): unknown {
    const [first, ...others] = this.#tracks.map((track) => track.getState());
    return {
      ...first,
      stoppedEpoch: this.stoppedEpoch,
      lastEpoch: this.#lastEpoch,
      keptAt: this.#weights.places,
      minutes: this.#minutes(),
      others,
    };
  }

  override setState(state: unknown): void {
    const given = Object(state) as Record<string, unknown>;
    this.stoppedEpoch = Number(given.stoppedEpoch);
    this.#lastEpoch = Number(given.lastEpoch);
    this.#minutesBefore = Number(given.minutes ?? 0);
    this.#keptAt = Array.isArray(given.keptAt) ? given.keptAt : undefined;
    const others: readonly unknown[] = Array.isArray(given.others) ? given.others : [];
    for (const [i, track] of this.#tracks.entries())
      track.setState(i === 0 ? given : others[i - 1]);
  }

  override getTensors(): readonly Tensor[] {
    return this.#weights.kept;
  }

  override setTensors(tensors: readonly Tensor[]): void {
    if (tensors.length > 0) this.#weights.keepCopies(this.trainedModel(), tensors, this.#keptAt);
  }

  /** Takes the values of an epoch. Whether they have now gone without improvement for long enough. */
  #see(epoch: number, logs: Logs): boolean {
    for (const [i, track] of this.#tracks.entries()) {
      const value = this.monitored(epoch, logs, track.key);
      if (i === 0) track.see(epoch, value, this.minDelta());
      else track.see(epoch, value);
    }
    const seen = this.#tracks.map(({ last }) => last);
    if (this.#options.restoreBestWeights && seen[0]?.improved) {
      this.#weights.keep(this.trainedModel());
    }
    for (const each of seen) if (each !== undefined) this.#trace(epoch, each);
    return seen[0] !== undefined && this.#isOut();
  }

  /** The `mode` of a key that is watched and also has a goal. */
  #modeOf(key: string): "auto" | "max" | "min" {
    const { monitor, mode, others } = this.#options;
    return key === monitor ? mode : (others.find((spec) => spec.key === key)?.mode ?? "auto");
  }

  /** Whether the values watched have gone without improvement for long enough. */
  #isOut(): boolean {
    const limit = Math.max(this.#options.patience, 1);
    const isOut = ({ wait }: MonitorTrack) => wait >= limit;
    return this.#options.combine === "any" ? this.#tracks.some(isOut) : this.#tracks.every(isOut);
  }

  /** Why training need not go on although values may still improve; undefined where it may. */
  #enough(epoch: number, logs: Logs): string | undefined {
    const { until = {}, maxMinutes } = this.#options;
    const reached = this.#goals.every(({ key }, i) =>
      this.#goals[i]?.reaches(this.monitored(epoch, logs, key), until[key] ?? Number.NaN),
    );
    if (this.#goals.length > 0 && reached) {
      const goals = Object.entries(until).map(([key, goal]) => `${key} had reached ${goal}`);
      return goals.join(" and ");
    }
    const minutes = this.#minutes();
    return maxMinutes !== undefined && minutes >= maxMinutes
      ? `training had taken ${formatDuration(minutes * 60_000)} of ${formatDuration(maxMinutes * 60_000)}`
      : undefined;
  }

  #minutes(): number {
    return this.#minutesBefore + (util.now() - this.#begin) / 60_000;
  }

  /** The values that have gone without improvement for too long. */
  #waited(): WaitedValue[] {
    const { baseline, patience } = this.#options;
    const out = this.#tracks.filter(({ wait }) => wait >= Math.max(patience, 1));
    return out.map(({ key, best, bestEpoch, wait, last, hasPassedBaseline }) => {
      const isBelow = key === this.monitor && !hasPassedBaseline;
      return {
        monitor: key,
        ...(best !== undefined && { best, bestEpoch }),
        wait,
        ...(last !== undefined && last.minDelta > 0 && { minDelta: last.minDelta }),
        ...(baseline !== undefined && isBelow && { baseline }),
      };
    });
  }

  #stop(epoch: number, value: number, told: Pick<StoppedEarlyEvent, "waited" | "reason">): void {
    const { monitor, best, bestEpoch } = this;
    this.trainedModel().stopTraining = true;
    this.stoppedEpoch = epoch;
    this.run.event({
      type: "stopped_early",
      epoch,
      monitor,
      value: toJsonNumber(value),
      ...(best === undefined ? {} : { best, bestEpoch }),
      ...told,
    });
  }

  #restore(isEarlier: boolean): void {
    const { monitor, best, bestEpoch } = this;
    // The weights of the last epoch are the model's already.
    if (isEarlier && best !== undefined && this.#weights.restore()) {
      this.run.event({ type: "weights_restored", epoch: bestEpoch, monitor, value: best });
      this.#print(
        `Restoring model weights from the end of the best epoch: ${shownEpoch(bestEpoch)} (${monitor} ${formatValue(best)}).`,
      );
    }
    this.#weights.release();
  }

  #trace(epoch: number, seen: SeenValue): void {
    const { monitor, direction, value, best, bestEpoch, minDelta, wait, improved } = seen;
    const { baseline, patience, combine } = this.#options;
    const isFirst = monitor === this.monitor;
    this.run.event({
      type: "early_stopping",
      epoch,
      monitor,
      mode: direction,
      value: toJsonNumber(value),
      ...(best === undefined ? {} : { best, bestEpoch }),
      minDelta,
      ...(baseline === undefined || !isFirst ? {} : { baseline }),
      wait,
      patience,
      improved,
      ...(this.#tracks.length > 1 && { combine }),
    });
  }

  #print(line: string): void {
    if (this.#options.verbose) printLine(line);
  }
}

import { fromJsonNumber } from "../json/from-json-number.ts";
import { hasImproved, type ImprovementRule } from "./has-improved.ts";

/** What became of the value of an epoch. */
export interface SeenValue extends ImprovementRule {
  readonly monitor: string;
  readonly value: number;
  readonly best: number | undefined;
  readonly bestEpoch: number;
  /** Epochs without improvement, this one included. */
  readonly wait: number;
  readonly improved: boolean;
}

export interface MonitorTrackRule extends ImprovementRule {
  /**
   * What a value must be better than, too. Until one is, every epoch counts as one without improvement.
   *
   * @default absent: any improvement counts
   */
  readonly baseline?: number | undefined;
}

/** How one monitored value goes: its best, and for how many epochs it has not improved. */
export class MonitorTrack {
  readonly key: string;
  best: number | undefined;
  bestEpoch = 0;
  /** Epochs without improvement. */
  wait = 0;
  /** Whether a value was better than the baseline, or there is none. */
  hasPassedBaseline = false;
  /** What was seen last; undefined where the last epoch had no value. */
  last: SeenValue | undefined;
  readonly #rule: MonitorTrackRule;

  constructor(key: string, rule: MonitorTrackRule) {
    this.key = key;
    this.#rule = rule;
  }

  /**
   * Takes the value of an epoch; an epoch without it counts for nothing.
   *
   * @param minDelta what an improvement must exceed in this epoch, by default in all of them
   */
  see(epoch: number, value: number | undefined, minDelta: number = this.#rule.minDelta): void {
    this.last = undefined;
    if (value === undefined) return;
    const { direction, baseline } = this.#rule;
    const improves = (reference: number | undefined) =>
      hasImproved({ direction, minDelta }, value, reference);
    this.wait++;
    const improved = improves(this.best);
    if (improved) {
      this.best = value;
      this.bestEpoch = epoch;
      this.hasPassedBaseline ||= baseline === undefined || improves(baseline);
      if (this.hasPassedBaseline) this.wait = 0;
    }
    const { key: monitor, best, bestEpoch, wait } = this;
    this.last = { monitor, direction, minDelta, value, best, bestEpoch, wait, improved };
  }

  /** Whether a value is as good as this one, or better. */
  reaches(value: number | undefined, goal: number): boolean {
    if (value === undefined || !Number.isFinite(value)) return false;
    return this.#rule.direction === "max" ? value >= goal : value <= goal;
  }

  /** Safe for JSON. */
  getState(): Readonly<Record<string, unknown>> {
    const { best = null, bestEpoch, wait, hasPassedBaseline } = this;
    return { best, bestEpoch, wait, hasPassedBaseline };
  }

  setState(state: unknown): void {
    const { best, bestEpoch, wait, hasPassedBaseline } = Object(state) as Record<string, unknown>;
    this.best = best === null ? undefined : fromJsonNumber(best);
    this.bestEpoch = Number(bestEpoch ?? 0);
    this.wait = Number(wait ?? 0);
    this.hasPassedBaseline = hasPassedBaseline === true;
  }
}

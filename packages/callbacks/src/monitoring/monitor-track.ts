import { fromJsonNumber } from "@epochal/record";
import { hasImproved, type Monitor } from "./monitor.ts";

/** What became of the value of an epoch. */
export interface SeenValue extends Monitor {
  readonly monitor: string;
  readonly value: number;
  readonly best: number | undefined;
  readonly bestEpoch: number;
  /** Epochs without improvement, this one included. */
  readonly wait: number;
  readonly improved: boolean;
}

/** How one watched value goes: its best, and how long it has not improved. */
export class MonitorTrack {
  readonly key: string;
  best: number | undefined;
  bestEpoch = 0;
  wait = 0;
  /** What was seen last; undefined where the last epoch had no value. */
  last: SeenValue | undefined;
  readonly #rule: Monitor;

  constructor(key: string, rule: Monitor) {
    this.key = key;
    this.#rule = rule;
  }

  /** Takes the value of an epoch; an epoch without it counts for nothing. */
  see(epoch: number, value: number | undefined): void {
    this.last = undefined;
    if (value === undefined) return;
    this.wait++;
    const improved = hasImproved(this.#rule, value, this.best);
    if (improved) {
      this.best = value;
      this.bestEpoch = epoch;
      this.wait = 0;
    }
    const { key: monitor, best, bestEpoch, wait } = this;
    this.last = { monitor, ...this.#rule, best, bestEpoch, wait, value, improved };
  }

  /** Whether a value is as good as this one, or better. */
  reaches(value: number | undefined, goal: number): boolean {
    if (value === undefined || !Number.isFinite(value)) return false;
    return this.#rule.direction === "max" ? value >= goal : value <= goal;
  }

  getState(): unknown {
    return { best: this.best ?? null, bestEpoch: this.bestEpoch, wait: this.wait };
  }

  setState(state: unknown): void {
    const { best, bestEpoch, wait } = Object(state) as Record<string, unknown>;
    this.best = best === null ? undefined : fromJsonNumber(best);
    this.bestEpoch = Number(bestEpoch ?? 0);
    this.wait = Number(wait ?? 0);
  }
}

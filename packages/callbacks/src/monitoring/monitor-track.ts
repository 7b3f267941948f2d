import { fromJsonNumber } from "../json/from-json-number.ts";
import { hasImproved, type Monitor } from "./monitor.ts";

/** How one watched value goes: its best, and how long it has not improved. */
export class MonitorTrack {
  readonly key: string;
  best: number | undefined;
  wait = 0;
  readonly #rule: Monitor;

  constructor(key: string, rule: Monitor) {
    this.key = key;
    this.#rule = rule;
  }

  /** Takes the value of an epoch; an epoch without it counts for nothing. */
  see(value: number | undefined): void {
    if (value === undefined) return;
    this.wait++;
    if (hasImproved(this.#rule, value, this.best)) {
      this.best = value;
      this.wait = 0;
    }
  }

  /** Whether a value is as good as this one, or better. */
  reaches(value: number | undefined, goal: number): boolean {
    if (value === undefined || !Number.isFinite(value)) return false;
    return this.#rule.direction === "max" ? value >= goal : value <= goal;
  }

  getState(): unknown {
    return { best: this.best ?? null, wait: this.wait };
  }

  setState(state: unknown): void {
    const { best, wait } = Object(state) as { best?: unknown; wait?: unknown };
    this.best = best === null ? undefined : fromJsonNumber(best);
    this.wait = Number(wait ?? 0);
  }
}

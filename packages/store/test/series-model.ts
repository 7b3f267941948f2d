import type { ModelPoint } from "./brute-force.ts";

/** What a series must hold: each line does one simple thing to it, however lines are put together on their way. */
export class SeriesModel {
  readonly points = new Map<number, ModelPoint & { readonly segment: number }>();
  readonly aside = new Map<string, number>();
  segment = 0;
  #begins = 0;

  log(step: number, value: number, segment: number, wallMs: number): void {
    const newer = this.#firstOfNewer(segment);
    if (segment > this.segment || (segment === this.segment && step < this.#begins)) {
      [this.segment, this.#begins] = [segment, step];
    }
    if (step >= newer) {
      this.aside.set(`${segment} ${step}`, value);
      return;
    }
    for (const [old, point] of this.points) {
      if (old < step || old >= newer || point.segment >= segment) continue;
      this.points.delete(old);
      this.aside.set(`${point.segment} ${old}`, point.value);
    }
    this.points.set(step, { epoch: step / 50, wallMs, value, segment });
  }

  /** The lowest step of the segments that came after one. */
  #firstOfNewer(segment: number): number {
    if (segment >= this.segment) return Number.POSITIVE_INFINITY;
    let first = this.#begins;
    for (const [step, point] of this.points) {
      if (point.segment > segment) first = Math.min(first, step);
    }
    for (const of of this.aside.keys()) {
      const [other = 0, step = 0] = of.split(" ").map(Number);
      if (other > segment) first = Math.min(first, step);
    }
    return first;
  }
}

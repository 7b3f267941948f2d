import type { EpochCurve } from "./epoch-curve.ts";
import { median } from "./median.ts";
import { noiseOf } from "./noise-of.ts";
import { smoothed } from "./smoothed.ts";
import { trend } from "./trend.ts";

/** A value that stayed finite and that training made worse. Less of it is better. */
export interface Rise {
  readonly from: number;
  /** The value before. */
  readonly before: number;
}

const fewest = 5;
const certainty = 0.02;
/** A loss that ends at so many times its first value did not do so by accident. */
const far = 100;
const material = 0.25;

/** Finds a value that ends more than a hundred times above its first and its lowest value. */
export function findExplosion({ epochs, values }: EpochCurve): Rise | undefined {
  const [first = 0] = values;
  const lowest = values.reduce((a, b) => Math.min(a, b), first);
  const known = Math.max(Math.abs(first), Math.abs(lowest));
  const last = values.at(-1) ?? first;
  if (known === 0 || !(last / far > known)) return undefined;
  const at = values.findLastIndex((value) => value <= known);
  return { from: epochs[at + 1] ?? 0, before: values[at] ?? first };
}

/**
 * Finds a value that lost all that training had gained: in at least 5 epochs after its lowest it goes up by Mann and Kendall's trend
 * test at 2 %. The last third of them is back where it began, above the lowest by more than twice the noise and a quarter of the lowest.
 */
export function findCollapse({ epochs, values }: EpochCurve): Rise | undefined {
  const smooth = smoothed(values);
  const lowest = smooth.indexOf(Math.min(...smooth));
  const tail = values.slice(lowest + 1);
  if (tail.length < fewest || trend(tail).pRises > certainty) return undefined;
  const noise = noiseOf(values);
  const least = smooth[lowest] ?? 0;
  const end = median(tail.slice(-Math.max(2, Math.floor(tail.length / 3))));
  const isLost = end >= (values[0] ?? 0) - 2 * noise;
  if (!isLost || !(end - least > 2 * noise && end - least > material * Math.abs(least))) {
    return undefined;
  }
  return { from: epochs[lowest + 1] ?? 0, before: least };
}

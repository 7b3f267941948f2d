import type { Tensor } from "@tensorflow/tfjs";
import { type HostArray, toHostArray } from "../arrays/host-array.ts";

/** The most labels that are read, and the most different samples that are kept. */
const MOST_READ = 2 ** 22;
const MOST_KEPT = 2 ** 12;

/** Samples of more labels than this, such as images, count as different, and fewer of them are read. */
const WIDE = 64;
const MOST_WIDE = 2 ** 18;

/** The labels, each kind of sample once. */
export interface DistinctSamples {
  readonly samples: HostArray;
  /** Whether these are the labels of all samples. */
  readonly areAll: boolean;
}

/** The different samples among some labels: two of binary labels, however many there are. */
export function distinctSamples(labels: Tensor, start: number, end: number): DistinctSamples {
  const sampleShape = labels.shape.slice(1);
  const width = sampleShape.reduce((product, length) => product * length, 1);
  const most = Math.max(1, Math.floor((width > WIDE ? MOST_WIDE : MOST_READ) / Math.max(1, width)));
  const read = Math.min(end - start, most);
  const { values, from } = valuesOf(labels, start, read);
  const kept = new Map<number | string, number>();
  for (let row = 0; row < read && kept.size <= MOST_KEPT; row++) {
    const at = (from + row) * width;
    const key =
      width === 1 ? (values[at] ?? 0) : width > WIDE ? row : slice(values, at, at + width).join();
    if (!kept.has(key)) kept.set(key, at);
  }
  const places = [...kept.values()];
  return {
    samples: {
      values: places.flatMap((at) => slice(values, at, at + width)),
      shape: [places.length, ...sampleShape],
    },
    areAll: read === end - start && kept.size <= MOST_KEPT,
  };
}

/** Where there are many labels, only those that are read come from the device. */
function valuesOf(
  labels: Tensor,
  start: number,
  rows: number,
): { values: ArrayLike<number>; from: number } {
  if (labels.size > MOST_READ) return { values: labels.slice(start, rows).dataSync(), from: 0 };
  return { values: toHostArray(labels, "labels").values, from: start };
}

function slice(values: ArrayLike<number>, start: number, end: number): number[] {
  return Array.prototype.slice.call(values, start, end) as number[];
}

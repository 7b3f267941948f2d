import type { Curve } from "./curve.ts";

/** A curve of at most `most` points: means of neighbours, at the epoch of the last of them. */
export function thinCurve({ epochs, values }: Curve, most: number): Curve {
  if (values.length <= most) return { epochs, values };
  const size = Math.ceil(values.length / most);
  const thin: { epochs: number[]; values: number[] } = { epochs: [], values: [] };
  for (let i = 0; i < values.length; i += size) {
    const part = values.slice(i, i + size);
    thin.epochs.push(epochs[Math.min(i + size, values.length) - 1] ?? 0);
    thin.values.push(part.reduce((sum, value) => sum + value, 0) / part.length);
  }
  return thin;
}

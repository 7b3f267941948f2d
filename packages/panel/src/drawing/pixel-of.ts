import type { Scale } from "chart.js";

/** A canvas draws nothing true beyond it. */
const FAR = 32_767;

/** Where the values of a scale stand, in pixels. chart.js itself takes many times as long to say it for each of a linear scale. */
export function pixelOf(scale: Scale): (value: number) => number {
  const { min, max, type } = scale;
  if (type !== "linear" || !(max > min)) return (value) => scale.getPixelForValue(value);
  const start = scale.getPixelForValue(min);
  const each = (scale.getPixelForValue(max) - start) / (max - min);
  return (value) => Math.min(FAR, Math.max(-FAR, start + (value - min) * each));
}

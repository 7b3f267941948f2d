import { niceRange } from "./nice-range.ts";

const MOST = 7;

/**
 * Where a log axis has its ticks: at powers of ten, with 2 and 5 between them where there is room; at round steps where the
 * axis spans less than a power of ten. At most seven.
 */
export function logTicks(min: number, max: number): readonly number[] {
  if (max / min < 10) {
    const { min: from, step } = niceRange(min, max);
    const count = Math.floor((max - from) / step + 1e-9);
    const all = Array.from({ length: count + 1 }, (_, index) => clean(from + index * step));
    return all.filter((value) => value >= min * 0.999);
  }
  const from = Math.floor(Math.log10(min) + 1e-9);
  const to = Math.ceil(Math.log10(max) - 1e-9);
  const powers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  for (const factors of [[1, 2, 5], [1, 3], [1]]) {
    const ticks = powers.flatMap((power) => factors.map((factor) => clean(factor * 10 ** power)));
    const inside = ticks.filter((value) => value >= min * 0.999 && value <= max * 1.001);
    if (inside.length <= MOST) return inside;
  }
  const every = Math.ceil(powers.length / MOST);
  return powers.filter((_, index) => index % every === 0).map((power) => clean(10 ** power));
}

const clean = (value: number) => Number(value.toPrecision(15));

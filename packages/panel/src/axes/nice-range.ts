/** Round ends of an axis and the distance of its ticks. */
export interface NiceRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** Beyond it, the length of an axis would be infinite. */
const MOST = 4e307;
/** A shorter axis would have no numbers between its ends. */
const LEAST = 1e-290;
/** Values that differ by a smaller part of themselves are equal: the rest is the dust of binary arithmetic. */
const DUST = 1e-9;

/** Widens a range to round numbers, so that about `intervals` ticks stand at round values. */
export function niceRange(lowest: number, highest: number, intervals = 5): NiceRange {
  const [low, high] = [lowest, highest].map((each) => Math.max(-MOST, Math.min(each, MOST))) as [
    number,
    number,
  ];
  const size = Math.max(Math.abs(low), Math.abs(high));
  const isWide = high - low > Math.max(LEAST, size * DUST);
  const room = Math.max(LEAST, size * 0.2) > LEAST ? size * 0.2 : 1;
  const from = isWide ? low : low - room / 2;
  const to = isWide ? high : high + room / 2;
  const rough = (to - from) / intervals;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5].find((factor) => factor * power >= rough * 0.999) ?? 10) * power;
  // A value that lies on a round number by all but rounding must not add an empty interval.
  const min = Math.floor(from / step + 1e-9) * step;
  const max = Math.ceil(to / step - 1e-9) * step;
  return { min: clean(min), max: clean(max), step };
}

const clean = (value: number) => (value === 0 ? 0 : Number(value.toPrecision(15)));

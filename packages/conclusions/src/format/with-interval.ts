import { formatPoints } from "./format-points.ts";
import { formatValue } from "./format-value.ts";

type Amounts = readonly [difference: string, half: string];

/**
 * A difference and half the width of its interval, without signs. Both have the digits of the interval: more of them mean nothing.
 *
 * @param isInPoints whether they are shares, told in percentage points
 */
export function withInterval(difference: number, half: number, isInPoints: boolean): Amounts {
  return isInPoints ? inPoints(difference, half) : asValues(difference, half);
}

function inPoints(difference: number, half: number): Amounts {
  const around = formatPoints(half);
  if (half === 0) return [formatPoints(difference), around];
  const points = 100 * half;
  const decimals = points >= 10 ? 0 : 1 - Math.floor(Math.log10(Number(points.toPrecision(2))));
  return [(100 * Math.abs(difference)).toFixed(decimals), points.toFixed(decimals)];
}

function asValues(difference: number, half: number): Amounts {
  const own = (value: number) => formatValue(Math.abs(value));
  const isFar = half < 1e-4 || Math.max(half, Math.abs(difference)) >= 1e6;
  if (isFar) return [own(difference), own(half)];
  const decimals = Math.max(0, Math.min(4, 3 - Math.floor(Math.log10(half))));
  return [Math.abs(difference).toFixed(decimals), half.toFixed(decimals)];
}

import { formatCount } from "@epochal/conclusions";
import { labelWidth, tickLabels } from "./tick-labels.ts";

/** What stands at the ticks of an axis of values. */
export interface YLabels {
  readonly labels: readonly string[];
  /** Of them, in pixels. */
  readonly size: number;
  /** What all labels are to be added to: "1,234,000". Absent where they say all there is. */
  readonly base?: string;
}

/** The first that fits is taken. */
const SIZES = [11, 10];
/** The digits of a number in double precision that are not dust. */
const SURE_DIGITS = 15;

/**
 * The labels of evenly spaced ticks that fit into so many pixels. Of numbers that differ in their last digits only, the labels say those, and the base the rest.
 *
 * @param step from tick to tick; absent on an axis whose ticks are not evenly spaced
 */
export function yLabels(
  ticks: readonly number[],
  step: number | undefined,
  width: number,
): YLabels {
  const labels = tickLabels(ticks);
  const size = SIZES.find((each) => labels.every((label) => labelWidth(label, each) <= width));
  const [most = 11] = SIZES;
  const [low, high] = [ticks[0], ticks.at(-1)];
  if (size !== undefined || step === undefined || low === undefined || high === undefined)
    return { labels, size: size ?? Math.min(...SIZES) };
  const unit = 10 ** Math.ceil(Math.log10(high - low) - 1e-9);
  const base = Number((Math.floor(low / unit) * unit).toPrecision(SURE_DIGITS));
  const rest = ticks.map((tick) => Math.round((tick - base) / step) * step);
  const isCount = Number.isInteger(base) && Math.abs(base) < 1e9;
  return {
    labels: tickLabels(rest),
    size: most,
    base: isCount ? formatCount(base) : String(base).replace("e+", "e"),
  };
}

import type { XAxis } from "../lines/chart-run.ts";
import type { XRange } from "../lines/x-range.ts";
import { labelWidth, tickLabels } from "./tick-labels.ts";
import { timeTick, timeTicks } from "./time-ticks.ts";

/** A place of the x axis with its label. */
export interface XTick {
  readonly value: number;
  readonly label: string;
}

export interface XTicksArgs {
  readonly range: XRange;
  readonly xAxis: XAxis;
  /** Whether ticks stand at whole numbers only. */
  readonly isWhole: boolean;
  /** Pixels that the axis is long. */
  readonly width: number;
  /** Of the labels, in pixels. */
  readonly size: number;
}

const [MOST, LEAST] = [9, 2];
/** Pixels between two labels. */
const GAP = 14;

/** The ticks of an x axis: at round places, as many as have room for their labels beside each other. */
export function xTicks({ range, xAxis, isWhole, width, size }: XTicksArgs): readonly XTick[] {
  const isTime = xAxis === "relative" || xAxis === "wall";
  let known: readonly XTick[] = [];
  for (let most = MOST; ; most--) {
    const values = isTime ? timeTicks(range, xAxis, most) : roundTicks(range, most, isWhole);
    const labels = isTime
      ? values.map((value) => timeTick(value, range, xAxis, most))
      : tickLabels(values);
    const widest = Math.max(0, ...labels.map((label) => labelWidth(label, size)));
    const apart = ((values[1] ?? Infinity) - (values[0] ?? 0)) / (range.max - range.min);
    const ticks = values.map((value, i) => ({ value, label: labels[i] ?? "" }));
    // A short range may lie between two round places.
    if (ticks.length === 0) return known.slice(0, 1);
    if (most === LEAST || widest + GAP <= apart * width) return ticks;
    known = ticks;
  }
}

/** At most so many round numbers in a range, and one more where both its ends are round. */
function roundTicks({ min, max }: XRange, most: number, isWhole: boolean): readonly number[] {
  const rough = (max - min) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const steps = [1, 2, 2.5, 5, 10, 20, 25, 50].map((factor) => factor * power);
  const isRound = (step: number) => Math.abs(step - Math.max(1, Math.round(step))) < 1e-9;
  const fits = (step: number) => step >= rough * 0.999 && (!isWhole || isRound(step));
  const step = steps.find(fits) ?? 1;
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step);
}

/** Whether the labels at both ends must be moved inwards to be seen whole, where they may stick out by so many pixels. */
export function isCutOff(
  ticks: readonly XTick[],
  { range: { min, max }, width, size }: XTicksArgs,
  out: { readonly left: number; readonly right: number },
): boolean {
  const [first, last] = [ticks[0], ticks.at(-1)];
  const half = (tick: XTick) => labelWidth(tick.label, size) / 2;
  const pixels = (length: number) => (length / (max - min)) * width;
  if (first === undefined || last === undefined) return false;
  return (
    half(first) > pixels(first.value - min) + out.left ||
    half(last) > pixels(max - last.value) + out.right
  );
}

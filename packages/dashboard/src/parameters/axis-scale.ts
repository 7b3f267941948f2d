import { formatBriefParam, formatValue, paramText } from "@epochal/conclusions";
import { scaleLinear, scaleLog, scalePoint } from "d3-scale";
import type { Brush } from "./brush.ts";
import type { ParameterAxis } from "./parameters-data.ts";

/** Where values stand along an axis, from 0 to 1. */
export interface AxisScale {
  readonly isLog: boolean;
  /** NaN where the value is not on the axis: a run lacks it, or it is not finite. */
  place(value: unknown): number;
  readonly ticks: readonly { readonly place: number; readonly label: string }[];
}

/** Numbers that span more than this are spread by their logarithms, where all are positive. */
const wideRange = 20;
const tickCount = 5;
/** With so few different numbers, each has a tick. */
const fewNumbers = 8;

/** The scale of a param. */
export function paramScale(axis: ParameterAxis): AxisScale {
  if (axis.kind === "category") return categoryScale(axis.values);
  return numberScale(axis.min, axis.max, {
    marks: axis.values as readonly number[],
    tell: formatBriefParam,
  });
}

export interface NumberScaleOptions {
  /** All numbers that there are, where they are few: each has a tick. */
  readonly marks?: readonly number[];
  /** @default formatValue */
  readonly tell?: (value: number) => string;
  /** Whether numbers that span much may be spread by their logarithms. @default true */
  readonly mayBeLog?: boolean;
}

export function numberScale(
  min: number,
  max: number,
  { marks = [], tell = formatValue, mayBeLog = true }: NumberScaleOptions = {},
): AxisScale {
  const isLog = mayBeLog && min > 0 && (max / min >= wideRange || areFactors(marks));
  // One value stands in the middle.
  const domain: [number, number] = min === max ? [min - 1, max + 1] : [min, max];
  const scale = (isLog ? scaleLog() : scaleLinear()).domain(domain).range([0, 1]);
  const chosen =
    min === max
      ? [min]
      : marks.length > 0 && marks.length <= fewNumbers
        ? marks
        : thinned(scale.ticks(tickCount));
  return {
    isLog,
    place: (value) =>
      typeof value === "number" && Number.isFinite(value) ? scale(value) : Number.NaN,
    ticks: chosen.map((value) => ({ place: scale(value), label: tell(value) })),
  };
}

/** Whether numbers grow by factors, as 16, 32 and 64 do, and not by steps. */
function areFactors(sorted: readonly number[]): boolean {
  if (sorted.length < 3) return false;
  const uneven = (values: readonly number[]) => {
    const gaps = values.slice(1).map((value, i) => value - (values[i] ?? 0));
    return Math.max(...gaps) / Math.min(...gaps);
  };
  return uneven(sorted.map(Math.log)) < uneven(sorted);
}

/** The ticks of a logarithmic scale are more than asked for. */
function thinned(ticks: readonly number[]): readonly number[] {
  const every = Math.ceil(ticks.length / (tickCount + 3));
  const tens = ticks.filter((tick) => Number.isInteger(Math.log10(tick)));
  if (every > 1 && tens.length >= 3) return tens;
  return ticks.filter((_, i) => i % every === 0);
}

function categoryScale(values: readonly unknown[]): AxisScale {
  const keys = values.map((value) => JSON.stringify(value));
  const scale = scalePoint<string>().domain(keys).range([0, 1]).padding(0.5);
  return {
    isLog: false,
    place: (value) => scale(JSON.stringify(value) ?? "") ?? Number.NaN,
    ticks: values.map((value, i) => ({
      place: scale(keys[i] ?? "") ?? Number.NaN,
      label: paramText(value),
    })),
  };
}

/** The places that a brush reaches from and to; the whole axis where an end is open. */
export function brushPlaces(scale: AxisScale, brush: Brush): readonly [number, number] {
  if (brush.kind === "stretch") {
    const { from = Number.NaN, to = Number.NaN } = brush;
    const [low, high] = [scale.place(from), scale.place(to)];
    return [Number.isNaN(low) ? 0 : low, Number.isNaN(high) ? 1 : high];
  }
  const places = brush.values.map((value) => scale.place(value)).filter(Number.isFinite);
  return places.length === 0 ? [0, 0] : [Math.min(...places), Math.max(...places)];
}

/** The brush between two places, by the values that are there; undefined where it holds none, or all. */
export function brushBetween(
  axis: Pick<ParameterAxis, "kind">,
  scale: AxisScale,
  values: readonly unknown[],
  [low, high]: readonly [number, number],
): Brush | undefined {
  const places = new Map(values.map((value) => [value, scale.place(value)]));
  const known = [...places].filter(([, place]) => !Number.isNaN(place));
  const inside = known.filter(([, place]) => place >= low && place <= high);
  if (inside.length === 0 || inside.length === known.length) return undefined;
  inside.sort(([, a], [, b]) => a - b);
  if (axis.kind === "category") return { kind: "values", values: inside.map(([value]) => value) };
  const [first, last] = [inside[0]?.[0] as number, inside.at(-1)?.[0] as number];
  return { kind: "stretch", from: first, to: last };
}

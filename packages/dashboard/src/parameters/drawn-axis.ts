import { type AxisScale, numberScale, paramScale } from "./axis-scale.ts";
import type { JudgedBy, ParameterAxis, ParameterRun, ParametersData } from "./parameters-data.ts";

/** An axis as it is drawn: a param, or the metric. */
export interface DrawnAxis {
  /** The path of the param, or the key of the metric as the filter has it: `last:val_auc`. */
  readonly path: string;
  readonly kind: ParameterAxis["kind"];
  readonly scale: AxisScale;
  readonly isMetric: boolean;
  readonly valueOf: (run: ParameterRun) => unknown;
}

/** `last:val_auc`, or `val_auc` for the best. */
export const metricPath = ({ key, of }: JudgedBy): string => (of === "best" ? key : `${of}:${key}`);

export function paramAxis(axis: ParameterAxis): DrawnAxis {
  const { path, kind } = axis;
  return {
    ...{ path, kind, scale: paramScale(axis), isMetric: false },
    valueOf: (run) => run.params[path],
  };
}

/** The axis of the metric, over the runs that are drawn. Undefined where none has a finite value. */
export function metricAxis({ metric, runs }: ParametersData): DrawnAxis | undefined {
  if (metric === undefined) return undefined;
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { value } of runs) {
    if (value === undefined || !Number.isFinite(value)) continue;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  if (min > max) return undefined;
  return {
    ...{ path: metricPath(metric), kind: "number", isMetric: true },
    scale: numberScale(min, max),
    valueOf: ({ value }) => value,
  };
}

/** In the order that was asked for; the others behind, and the metric last. */
export function orderAxes(axes: readonly DrawnAxis[], order: readonly string[]): DrawnAxis[] {
  const rank = ({ path, isMetric }: DrawnAxis) => {
    const place = order.indexOf(path);
    if (place >= 0) return place;
    return order.length + (isMetric ? 1 : 0);
  };
  return axes.toSorted((a, b) => rank(a) - rank(b));
}

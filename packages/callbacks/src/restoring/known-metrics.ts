import { metrics as stockMetrics } from "@tensorflow/tfjs";
import type { MetricResult } from "../any-metric/metric-result.ts";
import { AccuracyByShape } from "../identifiers/accuracy-by-shape.ts";
import { metricClasses } from "../identifiers/metric-classes.ts";
import type { Metric } from "../metrics/metric.ts";
import {
  MeanMetricWrapper,
  type MetricFunction,
} from "../metrics/reduction/mean-metric-wrapper.ts";

export type MetricClass = new (...args: never[]) => Metric<MetricResult>;

const own: ReadonlyMap<string, MetricClass> = new Map<string, MetricClass>([
  ...Object.entries(metricClasses),
  ["AccuracyByShape", AccuracyByShape],
  ["MeanMetricWrapper", MeanMetricWrapper],
]);
const registered = new Map<string, MetricClass | MetricFunction>();

/** The metrics that a file can name: those of this package, those of TensorFlow.js, and what a program registered. */
export const knownMetrics = {
  register(name: string, given: MetricClass | MetricFunction): void {
    registered.set(name, given);
  },

  /** The name of a class of this package, which bundlers do not change; undefined for any other class. */
  ownName(Class: unknown): string | undefined {
    return [...own].find(([, each]) => each === Class)?.[0];
  },

  ownClass: (name: string): MetricClass | undefined => own.get(name),

  /** The name under which a custom class or function was registered. */
  registeredName(given: unknown): string | undefined {
    return [...registered].find(([, each]) => each === given)?.[0];
  },

  registered: (name: string): MetricClass | MetricFunction | undefined => registered.get(name),

  /** A function of TensorFlow.js. */
  stockFunction(name: string): MetricFunction | undefined {
    const found: unknown = Object.hasOwn(stockMetrics, name)
      ? Reflect.get(stockMetrics, name)
      : undefined;
    return typeof found === "function" ? (found as MetricFunction) : undefined;
  },
};

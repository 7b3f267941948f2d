/** A metric as a file holds it, in the form Keras gives what it saves. */
export interface MetricConfig {
  /** The package a class is of; absent for a class or function of somebody's own. */
  readonly module?: string;
  /** Of a function `"function"`. */
  readonly class_name: string;
  /** The options, or a function's name. */
  readonly config: unknown;
}

/** The metrics of `compile()` in their form: one, a list, or by outputs; a string is one that TensorFlow.js knows. */
export type MetricsConfig =
  | string
  | MetricConfig
  | readonly MetricsConfig[]
  | { readonly [output: string]: MetricsConfig };

export function isMetricConfig(value: unknown): value is MetricConfig {
  return typeof (value as Partial<MetricConfig> | null)?.class_name === "string";
}

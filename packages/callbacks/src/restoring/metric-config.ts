/** A metric in a saved model, in the form that Keras uses. */
export interface MetricConfig {
  /** The package of a class; absent for a custom class or function. */
  readonly module?: string;
  /** `"function"` for a function. */
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

/** What a metric has seen, safe for JSON; `getState()` gives it, `setState()` takes it. */
export interface MetricState {
  /** The default name of the metric's class. */
  readonly metric: string;
  /** The state of each part of the metric, in a form only the metric knows. */
  readonly parts: readonly unknown[];
}

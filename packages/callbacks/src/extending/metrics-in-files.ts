/** How the metrics of `compile()` go into a file and come out of it. */
export interface MetricsInFiles {
  /** All metrics, and those that TensorFlow.js can save by itself, in its own form; undefined where it can save all. */
  save(metrics: unknown): { readonly all: unknown; readonly stock: unknown } | undefined;
  /** The metrics that `save` gave. */
  load(saved: unknown): unknown;
  /** The metrics of a file that TensorFlow.js wrote by itself, by their names; undefined where it loads them by itself, too. */
  loadNames(names: unknown): unknown;
}

let inFiles: MetricsInFiles | undefined;

/** Set by the metrics' own entry, so that a program that imports one metric does not load all those that a file may name. */
export function keepMetricsInFiles(by: MetricsInFiles): void {
  inFiles = by;
}

export function metricsInFiles(): MetricsInFiles | undefined {
  return inFiles;
}

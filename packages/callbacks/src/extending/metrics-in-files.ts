/** How the metrics of `compile()` go into a file and come out of it. */
export interface MetricsInFiles {
  /** What TensorFlow.js cannot save by itself, and what it can, in its own form; undefined where there is nothing of the first. */
  save(metrics: unknown): { readonly all: unknown; readonly stock: unknown } | undefined;
  /** The metrics that `save` gave. */
  load(saved: unknown): unknown;
  /** The metrics of a file that TensorFlow.js wrote by itself, by their names; undefined where it loads them by itself, too. */
  loadNames(names: unknown): unknown;
}

let inFiles: MetricsInFiles | undefined;

/** Who imports one metric from its own module does not load all of them, which a file may name. */
export function keepMetricsInFiles(by: MetricsInFiles): void {
  inFiles = by;
}

export function metricsInFiles(): MetricsInFiles | undefined {
  return inFiles;
}

/** Names that TensorFlow.js knows when it loads a model. */
const ofStock = new Set([
  "acc",
  "accuracy",
  "ce",
  "crossentropy",
  "binaryAccuracy",
  "categoricalAccuracy",
  "precision",
  "categoricalCrossentropy",
  "sparseCategoricalCrossentropy",
  "mse",
  "MSE",
  "mae",
  "MAE",
  "mape",
  "MAPE",
  "cosine",
]);

/** Whether TensorFlow.js finds a metric by this name alone. */
export function isStockName(name: string): boolean {
  return ofStock.has(name);
}

/** Whether it finds all metrics of a file by their names, which it saves in snake case. */
export function areStockNames(names: unknown): boolean {
  if (typeof names === "string") return isStockName(camelCase(names));
  return Object.values(Object(names)).every(areStockNames);
}

/** How TensorFlow.js reads a name that it saved. */
export function camelCase(saved: string): string {
  return saved.replace(/_+(\w)/g, (_, letter: string) => letter.toUpperCase());
}

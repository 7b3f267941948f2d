/** TensorFlow.js' metrics whose mean over batches is not their value, and which of ours is. */
export const wrongAverages: ReadonlyMap<string, string> = new Map([
  ["precision", "Precision"],
  ["recall", "Recall"],
  ["r2Score", "R2Score"],
]);

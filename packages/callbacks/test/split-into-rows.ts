import type { KerasCase, KerasUpdate } from "./keras-case.ts";

/** Each row of an update as a batch of its own; undefined where an update of shape [n] is one row. */
export function splitIntoRows(golden: KerasCase, update: KerasUpdate): KerasUpdate[] | undefined {
  const { y_true: yTrue, y_pred: yPred, sample_weight: weights, y_pred_mask: mask } = update;
  if (!Array.isArray(yTrue) || !Array.isArray(yPred)) return undefined;
  const isOneRow = golden.kwargs.top_k !== undefined || /Error|Crossentropy/.test(golden.metric);
  if (isOneRow && !Array.isArray(yPred[0])) return undefined;
  if (weights !== undefined && (!Array.isArray(weights) || weights.length !== yPred.length)) {
    return undefined;
  }
  return yPred.map((row, i) => ({
    y_true: [yTrue[i]],
    y_pred: [row],
    ...(Array.isArray(weights) ? { sample_weight: [weights[i]] } : {}),
    ...(mask === undefined ? {} : { y_pred_mask: [mask[i] ?? []] }),
  }));
}

import { argMax } from "../../arrays/arg-max.ts";
import type { HostArray } from "../../arrays/host-array.ts";
import { perRow } from "../../arrays/per-row.ts";

/** 1 for each row whose highest prediction is that of the class its label names, else 0; NaN where one of them is NaN. */
export function sparseMatches(yTrue: HostArray, yPred: HostArray): HostArray {
  return perRow(yPred, (start, width, row) => {
    const truth = yTrue.values[row] ?? Number.NaN;
    const predicted = argMax(yPred.values, start, width);
    return Number.isNaN(truth + predicted) ? Number.NaN : Number(truth === predicted);
  });
}

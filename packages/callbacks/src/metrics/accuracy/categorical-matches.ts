import { argMax } from "../../arrays/arg-max.ts";
import type { HostArray } from "../../arrays/host-array.ts";
import { perRow } from "../../arrays/per-row.ts";

/** 1 for each row whose highest prediction is where its highest label is, else 0; NaN where one of them is NaN. */
export function categoricalMatches(yTrue: HostArray, yPred: HostArray): HostArray {
  return perRow(yPred, (start, width) => {
    const truth = argMax(yTrue.values, start, width);
    const predicted = argMax(yPred.values, start, width);
    return Number.isNaN(truth + predicted) ? Number.NaN : Number(truth === predicted);
  });
}

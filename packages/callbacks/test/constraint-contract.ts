import type {
  ConstraintMetric,
  ConstraintMetricArgs,
} from "../src/metrics/ranking/constraint-metric.ts";
import { metricContract } from "./metric-contract.ts";
import { rejectsOptions } from "./rejects-options.ts";

/** What the metrics at a constraint share; `option` names the constraint, `bound` is one that not every batch keeps to. */
export function constraintContract(
  Class: new (args: never) => ConstraintMetric,
  option: string,
  bound: number,
): void {
  const create = (args: ConstraintMetricArgs = {}) =>
    new Class({ ...args, [option]: bound } as never);
  metricContract(() => create());
  metricContract(() => create({ numThresholds: 20 }), { sampleShape: [3] });
  metricContract(() => create({ classId: 1 }), { sampleShape: [3] });
  metricContract(() => create({ maxScores: 100 }), { sampleShape: [] });

  rejectsOptions(Class, [
    [{}, TypeError, `${option} must be given, a number in [0, 1]. Received: undefined`],
    [{ [option]: 1.1 }, RangeError, `${option} must be in [0, 1]. Received: 1.1`],
    [
      { [option]: 0.5, numThresholds: 0 },
      RangeError,
      "numThresholds must be a whole number of at least 1. Received: 0",
    ],
    [
      { [option]: 0.5, classId: 1.5 },
      RangeError,
      "classId must be a whole number of at least 0. Received: 1.5",
    ],
    [
      { [option]: 0.5, numThresholds: 5, maxScores: 100 },
      TypeError,
      "maxScores is for the exact result",
    ],
  ]);
}

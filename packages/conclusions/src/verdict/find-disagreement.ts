import type { EpochCurve } from "./epoch-curve.ts";
import { noiseOf } from "./noise-of.ts";

/** An epoch with its loss and its metric. */
export interface EpochValues {
  readonly epoch: number;
  readonly loss: number;
  readonly metric: number;
}

/** Where a loss and a metric on the same data disagree. */
export interface Disagreement {
  /** The share of steps from an epoch to the next in which both got better or both worse. */
  readonly agreement: number;
  readonly bestByLoss: EpochValues;
  readonly bestByMetric: EpochValues;
  /** The epoch after which the metric still got better although the loss did not; absent where they agree. */
  readonly from?: number;
}

const fewest = 5;

/**
 * Compares a loss with a metric on the same data.
 *
 * They disagree if the metric is best in a later epoch than the loss, and better there by more than twice its noise. The
 * disagreement begins after the loss's best epoch.
 *
 * @param direction which way the metric is better
 */
export function findDisagreement(
  loss: EpochCurve,
  metric: EpochCurve,
  direction: "max" | "min",
): Disagreement | undefined {
  const at = new Map(metric.epochs.map((epoch, i) => [epoch, metric.values[i] ?? 0]));
  const points = loss.epochs.flatMap((epoch, i): EpochValues[] => {
    const value = at.get(epoch);
    return value === undefined ? [] : [{ epoch, loss: loss.values[i] ?? 0, metric: value }];
  });
  if (points.length < fewest) return undefined;
  const sign = direction === "max" ? -1 : 1;
  const bestByLoss = points.reduce((a, b) => (b.loss < a.loss ? b : a));
  const bestByMetric = points.reduce((a, b) => (sign * b.metric < sign * a.metric ? b : a));
  const steps = points.slice(1).map((point, i) => {
    const before = points[i] ?? point;
    return Math.sign(point.loss - before.loss) === Math.sign(sign * (point.metric - before.metric));
  });
  const gained = sign * (bestByLoss.metric - bestByMetric.metric);
  const differs =
    bestByMetric.epoch > bestByLoss.epoch &&
    gained > 2 * noiseOf(points.map((point) => point.metric));
  return {
    agreement: steps.filter(Boolean).length / steps.length,
    bestByLoss,
    bestByMetric,
    ...(differs && { from: bestByLoss.epoch + 1 }),
  };
}

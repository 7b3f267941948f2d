import type { Curve, SummationMethod } from "../../curves/area-under-curve.ts";
import { describeReceived } from "../../text/describe-received.ts";
import type { MetricArgs } from "../metric.ts";

export interface AUCArgs extends MetricArgs {
  /** @default "auc" */
  readonly name?: string;
  /**
   * True against false positive rate (`"ROC"`), precision against recall (`"PR"`), or precision gain against recall
   * gain (`"PRGAIN"`).
   *
   * @default "ROC"
   */
  readonly curve?: Curve;
  /**
   * How many thresholds, spaced evenly over [0, 1], to approximate the curve with. At least 2; Keras' default is 200.
   * Ignored where `thresholds` are given.
   *
   * @default absent: the area is exact
   */
  readonly numThresholds?: number;
  /**
   * Thresholds in [0, 1] to approximate the curve with; one below all scores and one above are added.
   *
   * @default absent: the area is exact
   */
  readonly thresholds?: readonly number[];
  /**
   * How the area between two thresholds is filled. Only with `numThresholds` or `thresholds`.
   *
   * @default "interpolation"
   */
  readonly summationMethod?: SummationMethod;
  /**
   * Whether each column of `[n, labels]` is a problem of its own; the result is the mean of their areas. Otherwise all
   * predictions are one problem.
   *
   * @default false
   */
  readonly multiLabel?: boolean;
  /**
   * How many columns predictions of several labels must have. Only with `multiLabel`.
   *
   * @default the columns of the first batch
   */
  readonly numLabels?: number;
  /**
   * A weight, at least 0, for each column: of its area with `multiLabel`, else of its predictions.
   *
   * @default every weight is 1
   */
  readonly labelWeights?: readonly number[];
  /**
   * Whether predictions are logits instead of probabilities. The exact area is the same for both.
   *
   * @default false
   */
  readonly fromLogits?: boolean;
  /**
   * How many scores the exact area keeps at most, for each column. Beyond that, scores that are neighbouring float32 numbers
   * are merged, so that memory stays bounded and the area is off by at most `errorBound`. At least 100.
   *
   * @default 10,000,000, which take 40 MB
   */
  readonly maxScores?: number;
}

const curves: readonly unknown[] = ["ROC", "PR", "PRGAIN"];
const methods: readonly unknown[] = ["interpolation", "minoring", "majoring"];

/** Throws where the options of an AUC are of a wrong type, out of range or do not go together. */
export function checkAucArgs(args: AUCArgs): void {
  const { curve = "ROC", summationMethod, numThresholds, thresholds, numLabels } = args;
  if (!curves.includes(curve)) reject('curve must be "ROC", "PR" or "PRGAIN"', curve);
  if (summationMethod !== undefined && !methods.includes(summationMethod)) {
    reject('summationMethod must be "interpolation", "minoring" or "majoring"', summationMethod);
  }
  if (numThresholds !== undefined && !isWhole(numThresholds, 2)) {
    reject("numThresholds must be a whole number above 1", numThresholds);
  }
  if (thresholds !== undefined && !isListIn(thresholds, 0, 1)) {
    reject("thresholds must be numbers in [0, 1]", thresholds);
  }
  if (args.labelWeights !== undefined && !isListIn(args.labelWeights, 0, Number.MAX_VALUE)) {
    reject("labelWeights must be finite numbers of at least 0", args.labelWeights);
  }
  if (numLabels !== undefined && !isWhole(numLabels, 1)) {
    reject("numLabels must be a whole number above 0", numLabels);
  }
  const { maxScores } = args;
  if (maxScores !== undefined && !isWhole(maxScores, 100)) {
    reject("maxScores must be a whole number of at least 100", maxScores);
  }
  for (const key of ["multiLabel", "fromLogits"] as const) {
    const flag: unknown = args[key];
    if (flag !== undefined && typeof flag !== "boolean") {
      throw new TypeError(`AUC: ${key} must be true or false. Received: ${describeReceived(flag)}`);
    }
  }
  if (summationMethod !== undefined && numThresholds === undefined && thresholds === undefined) {
    throw new TypeError(
      "AUC: summationMethod needs numThresholds or thresholds: the exact area has no gaps to fill. " +
        `Keras' default is numThresholds: 200. Received: summationMethod ${JSON.stringify(summationMethod)} alone`,
    );
  }
  if (maxScores !== undefined && (numThresholds !== undefined || thresholds !== undefined)) {
    throw new TypeError(
      `AUC: maxScores is for the exact area, which numThresholds and thresholds replace. Received: maxScores ${maxScores} with them`,
    );
  }
  if (numLabels !== undefined && args.multiLabel !== true) {
    throw new TypeError(`AUC: numLabels needs multiLabel. Received: numLabels ${numLabels} alone`);
  }
  const weights = args.labelWeights?.length;
  if (numLabels !== undefined && weights !== undefined && weights !== numLabels) {
    throw new RangeError(
      `AUC: labelWeights must have numLabels entries, ${numLabels}. Received: ${weights}`,
    );
  }
}

function isWhole(value: unknown, least: number): boolean {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= least;
}

function isListIn(list: unknown, least: number, most: number): boolean {
  return (
    Array.isArray(list) &&
    list.length > 0 &&
    list.every((value) => typeof value === "number" && value >= least && value <= most)
  );
}

function reject(rule: string, received: unknown): never {
  const shown = Array.isArray(received) ? `[${received.slice(0, 20)}]` : describeReceived(received);
  throw new RangeError(`AUC: ${rule}. Received: ${shown}`);
}

/** Whether the curve is drawn at thresholds, and not at every score. */
export function isBinned(args: AUCArgs): boolean {
  return args.numThresholds !== undefined || args.thresholds !== undefined;
}

import type { MetricResult } from "../any-metric/metric-result.ts";
import type { Metric, MetricArgs } from "../metrics/metric.ts";
import { snakeCase } from "../text/snake-case.ts";
import { metricClasses } from "./metric-classes.ts";

type Create = (args: MetricArgs) => Metric<MetricResult>;

/** Other names: Keras' short ones, some of which TensorFlow.js knows, too, default names, and common ones. */
const short: Readonly<Record<string, readonly string[]>> = {
  MeanSquaredError: ["mse", "MSE"],
  MeanAbsoluteError: ["mae", "MAE"],
  MeanAbsolutePercentageError: ["mape", "MAPE"],
  MeanSquaredLogarithmicError: ["msle", "MSLE"],
  BinaryCrossentropy: ["bce", "BCE"],
  LogCoshError: ["logcosh"],
  KLDivergence: ["kullbackLeiblerDivergence"],
  CosineProximity: ["cosine"],
  F1Score: ["f1"],
  FBetaScore: ["fbeta_score", "fbeta"],
  RootMeanSquaredError: ["rmse", "RMSE"],
  R2Score: ["r2", "R2"],
  MatthewsCorrelation: ["mcc", "MCC"],
  CohenKappa: ["kappa"],
  IoU: ["iou"],
  BinaryIoU: ["binary_iou"],
  MeanIoU: ["mean_iou"],
  OneHotIoU: ["one_hot_iou"],
  OneHotMeanIoU: ["one_hot_mean_iou"],
  BrierScore: ["brier"],
  ExpectedCalibrationError: ["ece"],
};

/** Every name of a metric, and how to make the metric. */
export const knownIdentifiers: ReadonlyMap<string, Create> = new Map(
  Object.entries(metricClasses).flatMap(([name, Class]) => {
    const create: Create = (args) =>
      new (Class as new (args: MetricArgs) => Metric<MetricResult>)(args);
    const names = [name, snakeCase(name), camelCase(name), ...(short[name] ?? [])];
    return names.map((each): [string, Create] => [each, create]);
  }),
);

function camelCase(className: string): string {
  return className.replace(/^[A-Z]+(?=[A-Z][a-z]|$)|^[A-Z]/, (start) => start.toLowerCase());
}

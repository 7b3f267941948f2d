import type { MetricResult } from "../any-metric/metric-result.ts";
import { Accuracy } from "../metrics/accuracy/accuracy.ts";
import { BinaryAccuracy } from "../metrics/accuracy/binary-accuracy.ts";
import { CategoricalAccuracy } from "../metrics/accuracy/categorical-accuracy.ts";
import { SparseCategoricalAccuracy } from "../metrics/accuracy/sparse-categorical-accuracy.ts";
import { SparseTopKCategoricalAccuracy } from "../metrics/accuracy/sparse-top-k-categorical-accuracy.ts";
import { TopKCategoricalAccuracy } from "../metrics/accuracy/top-k-categorical-accuracy.ts";
import { BalancedAccuracy } from "../metrics/confusion/balanced-accuracy.ts";
import { CohenKappa } from "../metrics/confusion/cohen-kappa.ts";
import { ConfusionMatrix } from "../metrics/confusion/confusion-matrix.ts";
import { FBetaScore } from "../metrics/confusion/f-beta-score.ts";
import { F1Score } from "../metrics/confusion/f1-score.ts";
import { FalseNegatives } from "../metrics/confusion/false-negatives.ts";
import { FalsePositives } from "../metrics/confusion/false-positives.ts";
import { MatthewsCorrelation } from "../metrics/confusion/matthews-correlation.ts";
import { Precision } from "../metrics/confusion/precision.ts";
import { Recall } from "../metrics/confusion/recall.ts";
import { TrueNegatives } from "../metrics/confusion/true-negatives.ts";
import { TruePositives } from "../metrics/confusion/true-positives.ts";
import { ConcordanceCorrelation } from "../metrics/correlation/concordance-correlation.ts";
import { PearsonCorrelation } from "../metrics/correlation/pearson-correlation.ts";
import { CategoricalHinge } from "../metrics/hinge/categorical-hinge.ts";
import { Hinge } from "../metrics/hinge/hinge.ts";
import { SquaredHinge } from "../metrics/hinge/squared-hinge.ts";
import type { Metric } from "../metrics/metric.ts";
import { BinaryCrossentropy } from "../metrics/probabilistic/binary-crossentropy.ts";
import { BrierScore } from "../metrics/probabilistic/brier-score.ts";
import { CategoricalCrossentropy } from "../metrics/probabilistic/categorical-crossentropy.ts";
import { ExpectedCalibrationError } from "../metrics/probabilistic/expected-calibration-error.ts";
import { KLDivergence } from "../metrics/probabilistic/kl-divergence.ts";
import { Poisson } from "../metrics/probabilistic/poisson.ts";
import { SparseCategoricalCrossentropy } from "../metrics/probabilistic/sparse-categorical-crossentropy.ts";
import { AUC } from "../metrics/ranking/auc.ts";
import { NDCG } from "../metrics/ranking/ndcg.ts";
import { PrecisionAtRecall } from "../metrics/ranking/precision-at-recall.ts";
import { RecallAtPrecision } from "../metrics/ranking/recall-at-precision.ts";
import { SensitivityAtSpecificity } from "../metrics/ranking/sensitivity-at-specificity.ts";
import { SpecificityAtSensitivity } from "../metrics/ranking/specificity-at-sensitivity.ts";
import { Mean } from "../metrics/reduction/mean.ts";
import { Sum } from "../metrics/reduction/sum.ts";
import { CosineProximity } from "../metrics/regression/cosine-proximity.ts";
import { CosineSimilarity } from "../metrics/regression/cosine-similarity.ts";
import { Huber } from "../metrics/regression/huber.ts";
import { LogCoshError } from "../metrics/regression/log-cosh-error.ts";
import { MeanAbsoluteError } from "../metrics/regression/mean-absolute-error.ts";
import { MeanAbsolutePercentageError } from "../metrics/regression/mean-absolute-percentage-error.ts";
import { MeanQuantileLoss } from "../metrics/regression/mean-quantile-loss.ts";
import { MeanSquaredError } from "../metrics/regression/mean-squared-error.ts";
import { MeanSquaredLogarithmicError } from "../metrics/regression/mean-squared-logarithmic-error.ts";
import { R2Score } from "../metrics/regression/r2-score.ts";
import { RootMeanSquaredError } from "../metrics/regression/root-mean-squared-error.ts";
import { BinaryIoU } from "../metrics/segmentation/binary-iou.ts";
import { IoU } from "../metrics/segmentation/iou.ts";
import { MeanIoU } from "../metrics/segmentation/mean-iou.ts";
import { OneHotIoU } from "../metrics/segmentation/one-hot-iou.ts";
import { OneHotMeanIoU } from "../metrics/segmentation/one-hot-mean-iou.ts";

/** Every metric that has a name. Bundlers may rename the classes, but not these keys. */
export const metricClasses: Readonly<Record<string, new (args: never) => Metric<MetricResult>>> = {
  AUC,
  Accuracy,
  BalancedAccuracy,
  BinaryAccuracy,
  BinaryCrossentropy,
  BinaryIoU,
  BrierScore,
  CategoricalAccuracy,
  CategoricalCrossentropy,
  CategoricalHinge,
  CohenKappa,
  ConcordanceCorrelation,
  ConfusionMatrix,
  CosineProximity,
  CosineSimilarity,
  ExpectedCalibrationError,
  F1Score,
  FBetaScore,
  FalseNegatives,
  FalsePositives,
  Hinge,
  Huber,
  IoU,
  KLDivergence,
  LogCoshError,
  MatthewsCorrelation,
  Mean,
  MeanAbsoluteError,
  MeanAbsolutePercentageError,
  MeanIoU,
  MeanQuantileLoss,
  MeanSquaredError,
  MeanSquaredLogarithmicError,
  NDCG,
  OneHotIoU,
  OneHotMeanIoU,
  PearsonCorrelation,
  Poisson,
  Precision,
  PrecisionAtRecall,
  R2Score,
  Recall,
  RecallAtPrecision,
  RootMeanSquaredError,
  SensitivityAtSpecificity,
  SparseCategoricalAccuracy,
  SparseCategoricalCrossentropy,
  SparseTopKCategoricalAccuracy,
  SpecificityAtSensitivity,
  SquaredHinge,
  Sum,
  TopKCategoricalAccuracy,
  TrueNegatives,
  TruePositives,
};

export type {
  BatchMeansEvent,
  CardEvent,
  CheckpointEvent,
  DataPrint,
  EarlyStoppingEvent,
  EventRecord,
  FitEvent,
  GraphEvent,
  GraphLayer,
  HiddenEvent,
  HistogramEvent,
  JournalHeader,
  JournalRecord,
  JournalWriter,
  JsonNumber,
  LearningRateEvent,
  LoggedExtent,
  LogPosition,
  NonFiniteEvent,
  NoteEvent,
  OutputEvent,
  PartialEpochEvent,
  RecordingThinnedEvent,
  RequestEvent,
  RequestRecord,
  ResumedEvent,
  RunCard,
  RunEnd,
  RunEndedRecord,
  RunEvent,
  RunPart,
  RunRequest,
  RunResumedRecord,
  RunStartedRecord,
  RunStarter,
  RunWriter,
  SeriesDescription,
  SeriesRecord,
  StartedRun,
  StartRunOptions,
  StoppedEarlyEvent,
  TensorLeakEvent,
  ValuesRecord,
  WarningEvent,
  WeightsRestoredEvent,
} from "@epochal/record";
export type { MetricResult } from "./any-metric/metric-result.ts";
export type { MetricState } from "./any-metric/metric-state.ts";
export type { HostArray, MetricInput } from "./arrays/host-array.ts";
export { type AutologArgs, autolog } from "./autolog/autolog.ts";
export { BackupAndRestore, type BackupAndRestoreArgs } from "./callbacks/backup-and-restore.ts";
export { Callback } from "./callbacks/callback.ts";
export { CallbackList, type CallbackListArgs, type LoopLogs } from "./callbacks/callback-list.ts";
export { CSVLogger, type CSVLoggerArgs } from "./callbacks/csv-logger.ts";
export { EarlyStopping } from "./callbacks/early-stopping.ts";
export type { EarlyStoppingArgs, MonitorSpec } from "./callbacks/early-stopping-args.ts";
export { History, type HistoryArgs } from "./callbacks/history.ts";
export { LambdaCallback, type LambdaCallbackArgs } from "./callbacks/lambda-callback.ts";
export {
  LearningRateScheduler,
  type LearningRateSchedulerArgs,
} from "./callbacks/learning-rate-scheduler.ts";
export { ModelCheckpoint } from "./callbacks/model-checkpoint.ts";
export type { CheckpointMoment, ModelCheckpointArgs } from "./callbacks/model-checkpoint-args.ts";
export {
  ProgbarLogger,
  type ProgbarLoggerArgs,
  type ProgressStream,
} from "./callbacks/progbar-logger.ts";
export { ReduceLROnPlateau, type ReduceLROnPlateauArgs } from "./callbacks/reduce-lr-on-plateau.ts";
export { RemoteMonitor, type RemoteMonitorArgs } from "./callbacks/remote-monitor.ts";
export { SwapEMAWeights, type SwapEMAWeightsArgs } from "./callbacks/swap-ema-weights.ts";
export { TensorBoard } from "./callbacks/tensor-board.ts";
export type { TensorBoardArgs } from "./callbacks/tensor-board-args.ts";
export { TerminateOnNaN, type TerminateOnNaNArgs } from "./callbacks/terminate-on-nan.ts";
export type { Curve, SummationMethod } from "./curves/area-under-curve.ts";
export type { CurvePoint } from "./curves/thin-curve.ts";
export { type EvaluateResult, evaluate } from "./evaluation/evaluate.ts";
export type { EvaluateArgs } from "./evaluation/evaluate-args.ts";
export { fit } from "./fitting/fit.ts";
export type { FitArgs } from "./fitting/fit-args.ts";
export { type FitDatasetArgs, fitDataset } from "./fitting/fit-dataset.ts";
export { getMetric } from "./identifiers/get-metric.ts";
export type { MetricIdentifier } from "./identifiers/metric-identifier.ts";
export { metrics } from "./identifiers/metrics.ts";
export type { Interval } from "./intervals/interval.ts";
export { huber } from "./losses/huber.ts";
export { Accuracy, type AccuracyArgs } from "./metrics/accuracy/accuracy.ts";
export { BinaryAccuracy, type BinaryAccuracyArgs } from "./metrics/accuracy/binary-accuracy.ts";
export {
  CategoricalAccuracy,
  type CategoricalAccuracyArgs,
} from "./metrics/accuracy/categorical-accuracy.ts";
export {
  SparseCategoricalAccuracy,
  type SparseCategoricalAccuracyArgs,
} from "./metrics/accuracy/sparse-categorical-accuracy.ts";
export {
  SparseTopKCategoricalAccuracy,
  type SparseTopKCategoricalAccuracyArgs,
} from "./metrics/accuracy/sparse-top-k-categorical-accuracy.ts";
export {
  TopKCategoricalAccuracy,
  type TopKCategoricalAccuracyArgs,
} from "./metrics/accuracy/top-k-categorical-accuracy.ts";
export {
  BalancedAccuracy,
  type BalancedAccuracyArgs,
} from "./metrics/confusion/balanced-accuracy.ts";
export type { ClassAverage, PerClass } from "./metrics/confusion/class-average.ts";
export { CohenKappa, type CohenKappaArgs } from "./metrics/confusion/cohen-kappa.ts";
export { ConfusionMatrix, type ConfusionMatrixArgs } from "./metrics/confusion/confusion-matrix.ts";
export { FBetaScore, type FBetaScoreArgs } from "./metrics/confusion/f-beta-score.ts";
export { F1Score, type F1ScoreArgs } from "./metrics/confusion/f1-score.ts";
export { FalseNegatives, type FalseNegativesArgs } from "./metrics/confusion/false-negatives.ts";
export { FalsePositives, type FalsePositivesArgs } from "./metrics/confusion/false-positives.ts";
export {
  MatthewsCorrelation,
  type MatthewsCorrelationArgs,
} from "./metrics/confusion/matthews-correlation.ts";
export type { PerThreshold } from "./metrics/confusion/per-threshold.ts";
export { Precision, type PrecisionArgs } from "./metrics/confusion/precision.ts";
export { Recall, type RecallArgs } from "./metrics/confusion/recall.ts";
export type { ThresholdMetricArgs } from "./metrics/confusion/threshold-metric.ts";
export { TrueNegatives, type TrueNegativesArgs } from "./metrics/confusion/true-negatives.ts";
export { TruePositives, type TruePositivesArgs } from "./metrics/confusion/true-positives.ts";
export type { ZeroDivision } from "./metrics/confusion/zero-division.ts";
export {
  ConcordanceCorrelation,
  type ConcordanceCorrelationArgs,
} from "./metrics/correlation/concordance-correlation.ts";
export {
  PearsonCorrelation,
  type PearsonCorrelationArgs,
} from "./metrics/correlation/pearson-correlation.ts";
export { CategoricalHinge, type CategoricalHingeArgs } from "./metrics/hinge/categorical-hinge.ts";
export { Hinge, type HingeArgs } from "./metrics/hinge/hinge.ts";
export { SquaredHinge, type SquaredHingeArgs } from "./metrics/hinge/squared-hinge.ts";
export { Metric, type MetricArgs, type MetricDefaults } from "./metrics/metric.ts";
export {
  BinaryCrossentropy,
  type BinaryCrossentropyArgs,
} from "./metrics/probabilistic/binary-crossentropy.ts";
export { BrierScore, type BrierScoreArgs } from "./metrics/probabilistic/brier-score.ts";
export {
  CategoricalCrossentropy,
  type CategoricalCrossentropyArgs,
} from "./metrics/probabilistic/categorical-crossentropy.ts";
export {
  ExpectedCalibrationError,
  type ExpectedCalibrationErrorArgs,
  type ReliabilityBin,
} from "./metrics/probabilistic/expected-calibration-error.ts";
export { KLDivergence, type KLDivergenceArgs } from "./metrics/probabilistic/kl-divergence.ts";
export { Poisson, type PoissonArgs } from "./metrics/probabilistic/poisson.ts";
export {
  SparseCategoricalCrossentropy,
  type SparseCategoricalCrossentropyArgs,
} from "./metrics/probabilistic/sparse-categorical-crossentropy.ts";
export { AUC, type AUCCurve, type AUCCurveArgs } from "./metrics/ranking/auc.ts";
export type { AUCArgs } from "./metrics/ranking/auc-args.ts";
export { NDCG, type NDCGArgs } from "./metrics/ranking/ndcg.ts";
export {
  PrecisionAtRecall,
  type PrecisionAtRecallArgs,
} from "./metrics/ranking/precision-at-recall.ts";
export {
  RecallAtPrecision,
  type RecallAtPrecisionArgs,
} from "./metrics/ranking/recall-at-precision.ts";
export {
  SensitivityAtSpecificity,
  type SensitivityAtSpecificityArgs,
} from "./metrics/ranking/sensitivity-at-specificity.ts";
export {
  SpecificityAtSensitivity,
  type SpecificityAtSensitivityArgs,
} from "./metrics/ranking/specificity-at-sensitivity.ts";
export { Mean, type MeanArgs } from "./metrics/reduction/mean.ts";
export {
  MeanMetricWrapper,
  type MeanMetricWrapperArgs,
  type MetricFunction,
} from "./metrics/reduction/mean-metric-wrapper.ts";
export { Sum, type SumArgs } from "./metrics/reduction/sum.ts";
export {
  CosineProximity,
  type CosineProximityArgs,
} from "./metrics/regression/cosine-proximity.ts";
export {
  CosineSimilarity,
  type CosineSimilarityArgs,
} from "./metrics/regression/cosine-similarity.ts";
export { Huber, type HuberArgs } from "./metrics/regression/huber.ts";
export { LogCoshError, type LogCoshErrorArgs } from "./metrics/regression/log-cosh-error.ts";
export {
  MeanAbsoluteError,
  type MeanAbsoluteErrorArgs,
} from "./metrics/regression/mean-absolute-error.ts";
export {
  MeanAbsolutePercentageError,
  type MeanAbsolutePercentageErrorArgs,
} from "./metrics/regression/mean-absolute-percentage-error.ts";
export {
  MeanQuantileLoss,
  type MeanQuantileLossArgs,
} from "./metrics/regression/mean-quantile-loss.ts";
export {
  MeanSquaredError,
  type MeanSquaredErrorArgs,
} from "./metrics/regression/mean-squared-error.ts";
export {
  MeanSquaredLogarithmicError,
  type MeanSquaredLogarithmicErrorArgs,
} from "./metrics/regression/mean-squared-logarithmic-error.ts";
export { type ClassAggregation, R2Score, type R2ScoreArgs } from "./metrics/regression/r2-score.ts";
export {
  RootMeanSquaredError,
  type RootMeanSquaredErrorArgs,
} from "./metrics/regression/root-mean-squared-error.ts";
export { BinaryIoU, type BinaryIoUArgs } from "./metrics/segmentation/binary-iou.ts";
export { IoU, type IoUArgs } from "./metrics/segmentation/iou.ts";
export { MeanIoU, type MeanIoUArgs } from "./metrics/segmentation/mean-iou.ts";
export { OneHotIoU, type OneHotIoUArgs } from "./metrics/segmentation/one-hot-iou.ts";
export { OneHotMeanIoU, type OneHotMeanIoUArgs } from "./metrics/segmentation/one-hot-mean-iou.ts";
export { registerMetric } from "./restoring/register-metric.ts";
export type { Checkpoint } from "./saving/checkpoint-list.ts";
export { fileSystem } from "./saving/file-system.ts";
export { loadWeights } from "./saving/load-weights.ts";
export { type CosineDecayArgs, cosineDecay } from "./schedules/cosine-decay.ts";
export { type ExponentialDecayArgs, exponentialDecay } from "./schedules/exponential-decay.ts";
export { type OneCycleArgs, oneCycle } from "./schedules/one-cycle.ts";
export type { Schedule } from "./schedules/schedule.ts";
export { type StepDecayArgs, stepDecay } from "./schedules/step-decay.ts";
export { setSeed } from "./seed/set-seed.ts";
export { type ConnectArgs, connect } from "./sending/connect.ts";
export type { Connection, HttpRunOptions } from "./sending/connection.ts";
export type { HttpRunWriter } from "./sending/http-run-writer.ts";
export type { Accumulator } from "./state/accumulator.ts";
export { Variable } from "./state/variable.ts";

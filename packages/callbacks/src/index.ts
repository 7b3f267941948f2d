export type { HostArray, MetricInput } from "./arrays/host-array.ts";
export { Callback } from "./callbacks/callback.ts";
export { EarlyStopping } from "./callbacks/early-stopping.ts";
export type { EarlyStoppingArgs } from "./callbacks/early-stopping-args.ts";
export { History, type HistoryArgs } from "./callbacks/history.ts";
export { TensorBoard, type TensorBoardArgs } from "./callbacks/tensor-board.ts";
export type { Curve, SummationMethod } from "./curves/area-under-curve.ts";
export type { Interval } from "./intervals/interval.ts";
export type { JsonNumber } from "./json/json-number.ts";
export { Accuracy, type AccuracyArgs } from "./metrics/accuracy/accuracy.ts";
export { BinaryAccuracy, type BinaryAccuracyArgs } from "./metrics/accuracy/binary-accuracy.ts";
export type { PerThreshold } from "./metrics/confusion/per-threshold.ts";
export { Precision, type PrecisionArgs } from "./metrics/confusion/precision.ts";
export { Recall, type RecallArgs } from "./metrics/confusion/recall.ts";
export type { ThresholdMetricArgs } from "./metrics/confusion/threshold-metric.ts";
export { Metric, type MetricArgs, type MetricDefaults } from "./metrics/metric.ts";
export type { MetricResult } from "./metrics/metric-result.ts";
export type { MetricState } from "./metrics/metric-state.ts";
export {
  BinaryCrossentropy,
  type BinaryCrossentropyArgs,
} from "./metrics/probabilistic/binary-crossentropy.ts";
export { AUC } from "./metrics/ranking/auc.ts";
export type { AUCArgs } from "./metrics/ranking/auc-args.ts";
export { Mean, type MeanArgs } from "./metrics/reduction/mean.ts";
export {
  MeanAbsoluteError,
  type MeanAbsoluteErrorArgs,
} from "./metrics/regression/mean-absolute-error.ts";
export {
  MeanSquaredError,
  type MeanSquaredErrorArgs,
} from "./metrics/regression/mean-squared-error.ts";
export type {
  EventRecord,
  JournalHeader,
  JournalRecord,
  JournalWriter,
  RunEndedRecord,
  RunStartedRecord,
  SeriesRecord,
  ValuesRecord,
} from "./run/journal-record.ts";
export type {
  CheckpointEvent,
  EarlyStoppingEvent,
  LearningRateEvent,
  NonFiniteEvent,
  RunEvent,
  StoppedEarlyEvent,
  WarningEvent,
  WeightsRestoredEvent,
} from "./run/run-event.ts";
export type { LogPosition, RunWriter } from "./run/run-writer.ts";
export type { SeriesDescription } from "./run/series-description.ts";
export type { Accumulator } from "./state/accumulator.ts";
export { Variable } from "./state/variable.ts";

export type { HostArray, MetricInput } from "./arrays/host-array.ts";
export { Callback } from "./callbacks/callback.ts";
export { EarlyStopping } from "./callbacks/early-stopping.ts";
export type { EarlyStoppingArgs } from "./callbacks/early-stopping-args.ts";
export { History, type HistoryArgs } from "./callbacks/history.ts";
export { TensorBoard, type TensorBoardArgs } from "./callbacks/tensor-board.ts";
export type { Curve, SummationMethod } from "./curves/area-under-curve.ts";
export { Accuracy, type AccuracyArgs } from "./metrics/accuracy.ts";
export { AUC } from "./metrics/auc.ts";
export type { AUCArgs } from "./metrics/auc-args.ts";
export { BinaryAccuracy, type BinaryAccuracyArgs } from "./metrics/binary-accuracy.ts";
export { BinaryCrossentropy, type BinaryCrossentropyArgs } from "./metrics/binary-crossentropy.ts";
export { Mean, type MeanArgs } from "./metrics/mean.ts";
export { MeanAbsoluteError, type MeanAbsoluteErrorArgs } from "./metrics/mean-absolute-error.ts";
export { MeanSquaredError, type MeanSquaredErrorArgs } from "./metrics/mean-squared-error.ts";
export { Metric, type MetricArgs, type MetricDefaults } from "./metrics/metric.ts";
export type { PerThreshold } from "./metrics/per-threshold.ts";
export { Precision, type PrecisionArgs } from "./metrics/precision.ts";
export { Recall, type RecallArgs } from "./metrics/recall.ts";
export type { ThresholdMetricArgs } from "./metrics/threshold-metric.ts";
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
export type { JsonNumber } from "./run/json-number.ts";
export type {
  EarlyStoppingEvent,
  RunEvent,
  StoppedEarlyEvent,
  WarningEvent,
  WeightsRestoredEvent,
} from "./run/run-event.ts";
export type { LogPosition, RunWriter } from "./run/run-writer.ts";
export type { SeriesDescription } from "./run/series-description.ts";

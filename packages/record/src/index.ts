export { encodeRecord } from "./codec/encode-record.ts";
export { encodeValues } from "./codec/encode-values.ts";
export { isDescription } from "./codec/is-description.ts";
export { parseRecord } from "./codec/parse-record.ts";
export { flattenConfig, type Param } from "./config/flatten-config.ts";
export { describeKey } from "./describe-key.ts";
export { eventFault } from "./events/event-fault.ts";
export {
  type Is,
  isAbsentOr,
  isFlag,
  isListOf,
  isNumber,
  isObject,
  isShape,
  isText,
} from "./events/is-shape.ts";
export type {
  CardEvent,
  CheckpointEvent,
  EarlyStoppingEvent,
  FitEvent,
  GraphEvent,
  GraphLayer,
  HistogramEvent,
  LearningRateEvent,
  NonFiniteEvent,
  NoteEvent,
  PartialEpochEvent,
  RecordingThinnedEvent,
  RequestEvent,
  ResumedEvent,
  RunEvent,
  StoppedEarlyEvent,
  TensorLeakEvent,
  WarningEvent,
  WeightsRestoredEvent,
} from "./events/run-event.ts";
export { fromJsonNumber } from "./json/from-json-number.ts";
export type { JsonNumber } from "./json/json-number.ts";
export { readJsonNumber } from "./json/read-json-number.ts";
export { toJsonNumber } from "./json/to-json-number.ts";
export { limits } from "./limits.ts";
export { closestName } from "./options/closest-name.ts";
export { isOptionsObject } from "./options/is-options-object.ts";
export { refuseUnknown } from "./options/refuse-unknown.ts";
export type {
  EventRecord,
  JournalHeader,
  JournalRecord,
  JournalWriter,
  RequestRecord,
  RunEndedRecord,
  RunResumedRecord,
  RunStartedRecord,
  SeriesRecord,
  ValuesRecord,
} from "./records/journal-record.ts";
export { isSecretName } from "./redaction/is-secret-name.ts";
export { redactArguments } from "./redaction/redact-arguments.ts";
export { redactConfig } from "./redaction/redact-config.ts";
export { redactDiff } from "./redaction/redact-diff.ts";
export { redactText } from "./redaction/redact-text.ts";
export { redacted } from "./redaction/redacted.ts";
export type { DataPrint, RunCard } from "./run-card.ts";
export type { RunPart } from "./run-part.ts";
export type { RunRequest } from "./run-request.ts";
export type { LoggedExtent, LogPosition, RunWriter } from "./run-writer.ts";
export type { SeriesDescription } from "./series-description.ts";
export { printable } from "./text/printable.ts";

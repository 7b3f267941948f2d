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

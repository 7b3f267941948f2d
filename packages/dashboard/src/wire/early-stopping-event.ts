import type { RecordedEventView } from "./run-json.ts";

type RunEvent = RecordedEventView["event"];

/** One line of an early-stopping trace. */
export type EarlyStoppingEvent = Extract<RunEvent, { readonly type: "early_stopping" }>;

export type { Intake, Sent, Taken } from "./intake/intake.ts";
export { SentError } from "./intake/sent-error.ts";
export { sentLimits } from "./intake/sent-limits.ts";
export { type OpenedIntake, openAccess, openIntake } from "./open-intake.ts";
export { type SyncArgs, type Synced, syncOutboxes } from "./remote/sync-outboxes.ts";

export type { EarlyStoppingEvent } from "../wire/early-stopping-event.ts";

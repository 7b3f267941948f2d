import os from "node:os";

/** The signals by which people and machines ask a process to end. */
export const endingSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export type EndingSignal = (typeof endingSignals)[number];

export function numberOf(signal: EndingSignal): number {
  return os.constants.signals[signal];
}

export function signalOf(number: number): EndingSignal | undefined {
  return endingSignals.find((signal) => numberOf(signal) === number);
}

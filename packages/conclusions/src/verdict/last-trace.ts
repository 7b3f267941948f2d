import type { EarlyStoppingEvent, RunEvent, StoppedEarlyEvent } from "@epochal/record";
import { stretchesOfFits } from "./stretches-of-fits.ts";

/** What early stopping saw in one training. */
export interface LastTrace {
  /** Of all values watched; empty where there are none. */
  readonly trace: readonly EarlyStoppingEvent[];
  /** The stop it ended with. */
  readonly stopped?: StoppedEarlyEvent;
  /** The epoch of the run that the fit calls 0. */
  readonly zeroth: number;
}

/**
 * What early stopping saw in the last fit that it watched. It starts again with every fit.
 *
 * @param events as `standingEvents` gives them
 * @param monitor a value it watched. @default any
 */
export function lastTrace(events: readonly RunEvent[], monitor?: string): LastTrace {
  const watches = (event: RunEvent) =>
    event.type === "early_stopping" && (monitor ?? event.monitor) === event.monitor;
  const last = stretchesOfFits(events).findLast((stretch) => stretch.some(watches)) ?? [];
  const stopped = last.findLast((event) => event.type === "stopped_early");
  const begin = last.find((event) => event.type === "fit");
  return {
    trace: last.filter((event) => event.type === "early_stopping"),
    ...(stopped !== undefined && { stopped }),
    zeroth: begin === undefined ? 0 : begin.epoch - begin.initialEpoch,
  };
}

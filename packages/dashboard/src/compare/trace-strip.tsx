"use client";
import { lastTrace, standingEvents } from "@epochal/conclusions";
import { EarlyStoppingStrip } from "../charts/early-stopping-strip.tsx";
import type { Signal } from "../charts/signal.ts";
import { useSignal } from "../charts/use-signal.ts";
import type { Trace } from "../wire/answers.ts";
import type { EarlyStoppingEvent } from "../wire/early-stopping-event.ts";
import type { DrawnRun } from "./drawn-run.ts";

interface TraceStripProps {
  /** Runs drawn, the most interesting first. */
  readonly runs: readonly DrawnRun[];
  readonly monitor: string;
  readonly x: { readonly min: number; readonly max: number };
  readonly hoveredRun: Signal<string | undefined>;
}

/** The early-stopping trace of the run the pointer is on, else of the first that has one. */
export function TraceStrip({ runs, monitor, x, hoveredRun }: TraceStripProps) {
  const traced = runs.filter(({ trace }) => trace?.events.some((event) => watches(event, monitor)));
  const run = useSignal(hoveredRun, (id) => traced.find((other) => other.id === id)) ?? traced[0];
  if (run?.trace === undefined) return null;
  const { trace, color, label } = run;
  const events = standingEvents(trace);
  return (
    <EarlyStoppingStrip
      trace={events.filter((event) => watches(event, monitor))}
      last={lastTrace(events, monitor)}
      x={x}
      color={color}
      label={label}
    />
  );
}

type AnyEvent = Trace["events"][number];

const watches = (event: AnyEvent, monitor: string): event is EarlyStoppingEvent =>
  event.type === "early_stopping" && event.monitor === monitor;

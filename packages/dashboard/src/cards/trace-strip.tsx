"use client";
import { lastTrace, standingEvents } from "@epochal/conclusions";
import { type ChartRun, epochPlace, rangeOf, type Signal } from "@epochal/panel/charts";
import { useContext, useMemo } from "react";
import { EarlyStoppingStrip } from "../charts/early-stopping-strip.tsx";
import { useSignal } from "../charts/use-signal.ts";
import type { Trace } from "../wire/answers.ts";
import type { EarlyStoppingEvent } from "../wire/early-stopping-event.ts";
import type { DrawnRun } from "./drawn-run.ts";
import { KnownTraces } from "./known-traces.ts";

interface TraceStripProps {
  /** Runs drawn, the most interesting first. */
  readonly runs: readonly DrawnRun[];
  readonly monitor: string;
  /** What the chart above draws. */
  readonly lines: readonly ChartRun[];
  readonly hoveredRun: Signal<string | undefined>;
}

/** The early-stopping trace of the run the pointer is on, else of the first that has one. */
export function TraceStrip({ runs, monitor, lines, hoveredRun }: TraceStripProps) {
  const x = useMemo(() => rangeOf(epochsOf(lines), "epoch"), [lines]);
  const traces = useContext(KnownTraces);
  const traced = runs.filter(({ id }) =>
    traces[id]?.events.some((event) => watches(event, monitor)),
  );
  const run = useSignal(hoveredRun, (id) => traced.find((other) => other.id === id)) ?? traced[0];
  const trace = run && traces[run.id];
  if (run === undefined || trace === undefined) return null;
  const { color, label } = run;
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

/** Where the first and the last of their epochs stand. */
function epochsOf(lines: readonly ChartRun[]): readonly number[] {
  let min = Infinity;
  let max = -Infinity;
  for (const { train, validation } of lines) {
    for (const columns of [train, validation]) {
      for (const list of columns ? [columns.epoch, columns.nonFinite.epoch] : []) {
        for (const epoch of list) {
          if (epoch < min) min = epoch;
          if (epoch > max) max = epoch;
        }
      }
    }
  }
  return min <= max ? [epochPlace(min), epochPlace(max)] : [];
}

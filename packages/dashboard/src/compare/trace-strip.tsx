"use client";
import { lastTrace, standingEvents } from "@epochal/conclusions";
import { EarlyStoppingStrip } from "../charts/early-stopping-strip.tsx";
import type { Signal } from "../charts/signal.ts";
import { useSignal } from "../charts/use-signal.ts";
import type { RunColor } from "../colors/run-color.ts";
import type { EarlyStoppingEvent } from "../wire/early-stopping-event.ts";
import type { RunView } from "../wire/run-json.ts";

interface TraceStripProps {
  /** Runs drawn, the most interesting first. */
  readonly runs: readonly RunView[];
  readonly monitor: string;
  readonly x: { readonly min: number; readonly max: number };
  readonly names: ReadonlyMap<string, string>;
  readonly colors: ReadonlyMap<string, RunColor>;
  readonly hoveredRun: Signal<string | undefined>;
}

/** The early-stopping trace of the run the pointer is on, else of the first that has one. */
export function TraceStrip({ runs, monitor, x, names, colors, hoveredRun }: TraceStripProps) {
  const traced = runs.filter(({ events }) => events.some(({ event }) => watches(event, monitor)));
  const run = useSignal(hoveredRun, (id) => traced.find((other) => other.id === id)) ?? traced[0];
  const color = run && colors.get(run.id);
  if (run === undefined || color === undefined) return null;
  const { segments } = run;
  const events = standingEvents({ events: run.events.map(({ event }) => event), segments });
  const label = names.get(run.id);
  return (
    <EarlyStoppingStrip
      trace={events.filter((event) => watches(event, monitor))}
      last={lastTrace(events, monitor)}
      x={x}
      color={color}
      {...(label && { label })}
    />
  );
}

type AnyEvent = RunView["events"][number]["event"];

const watches = (event: AnyEvent, monitor: string): event is EarlyStoppingEvent =>
  event.type === "early_stopping" && event.monitor === monitor;

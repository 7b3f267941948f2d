"use client";
import { lastTrace, standingEvents, stretchesOfFits } from "@epochal/conclusions";
import { epochPlace, type MetricCard, type RunColor } from "@epochal/panel/charts";
import { EarlyStoppingStrip } from "../charts/early-stopping-strip.tsx";
import type { RunView } from "../wire/run-json.ts";
import { WhatIf } from "./what-if.tsx";

interface PatienceStripProps {
  readonly run: RunView;
  readonly card: MetricCard;
  readonly color: RunColor;
}

/** Under the chart of what early stopping watched: how its patience was used up, and what another patience would have done. */
export function PatienceStrip({ run, card, color }: PatienceStripProps) {
  const { segments } = run;
  const events = standingEvents({ events: run.events.map(({ event }) => event), segments });
  const trace = events.filter((event) => event.type === "early_stopping");
  // Each fit may watch another value. Where it watches several, the first one counts.
  const watched = stretchesOfFits(events).map(
    (stretch) => stretch.find((event) => event.type === "early_stopping")?.monitor,
  );
  const monitor = watched.findLast((key) => key === card.validation || key === card.train);
  if (card.per !== "epoch" || monitor === undefined) return null;
  const last = lastTrace(events, monitor);
  // As the chart above: from the first to the last epoch of all series.
  const perEpoch = run.series.filter(({ per }) => per === "epoch");
  const x = {
    min: Math.min(...perEpoch.map(({ first }) => epochPlace(first?.epoch ?? first?.step ?? 0))),
    max: Math.max(...perEpoch.map(({ last }) => epochPlace(last?.epoch ?? last?.step ?? 0))),
  };
  return (
    <>
      <EarlyStoppingStrip
        trace={trace.filter((event) => event.monitor === monitor)}
        last={last}
        color={color}
        x={x}
      />
      <WhatIf last={last} />
    </>
  );
}

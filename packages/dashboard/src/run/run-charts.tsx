"use client";
import {
  lastTrace,
  type PrimaryMetric,
  standingEvents,
  stretchesOfFits,
} from "@epochal/conclusions";
import { useMemo, useState } from "react";
import { bestPoint } from "../cards/best-point.ts";
import { MachineSection } from "../cards/machine-section.tsx";
import { type MetricCard, metricCards } from "../cards/metric-cards.ts";
import { runMarks } from "../cards/run-marks.ts";
import type { ChartRun } from "../charts/chart-run.ts";
import { EarlyStoppingStrip } from "../charts/early-stopping-strip.tsx";
import { epochPlace } from "../charts/epoch-place.ts";
import { MetricChart } from "../charts/metric-chart.tsx";
import { Signal } from "../charts/signal.ts";
import type { RunColor } from "../colors/run-color.ts";
import { useSeries } from "../live/use-series.ts";
import type { RunView } from "../wire/run-json.ts";
import { MarksLegend } from "./marks-legend.tsx";
import { useSuperseded } from "./use-superseded.ts";
import { WhatIf } from "./what-if.tsx";

export interface RunChartsProps {
  readonly run: RunView;
  readonly primary: PrimaryMetric | undefined;
  readonly color: RunColor;
}

const GRID =
  "grid grid-cols-1 gap-3 empty:hidden md:grid-cols-2 md:[&>*:last-child:nth-child(odd)]:col-span-2";

/** All metrics of one run, the one it is judged by first and widest. */
export function RunCharts({ run, primary, color }: RunChartsProps) {
  const [epochCursor] = useState(() => new Signal<number | undefined>(undefined));
  const cards = useMemo(() => metricCards(run.series, primary), [run, primary]);
  const marks = useMemo(() => {
    const events = run.events.map(({ event }) => event);
    return runMarks({ events, segments: run.segments });
  }, [run]);
  const superseded = useSuperseded(run);
  const keys = run.series.map(({ key }) => key);
  const columns = useSeries({ runs: [run.id], keys }).series.get(run.id);
  const chart = (card: MetricCard, isWide: boolean) => {
    const train = card.train === undefined ? undefined : columns?.get(card.train);
    const validation = card.validation === undefined ? undefined : columns?.get(card.validation);
    const earlier = superseded.filter(({ key }) => key === card.train || key === card.validation);
    const runs: ChartRun[] = [
      {
        id: run.id,
        label: run.name,
        color,
        per: card.per,
        ...(train && { train }),
        ...(validation && { validation }),
        ...(earlier.length > 0 && { earlier }),
      },
    ];
    const xAxis = card.per === "batch" ? "step" : "epoch";
    return (
      <MetricChart
        key={card.id}
        title={card.title}
        runs={runs}
        direction={card.direction}
        wide={isWide}
        xAxis={xAxis}
        best={bestPoint([run], card, xAxis)}
        {...(card.per === "epoch" && { cursor: epochCursor, marks })}
      >
        {isWide && <MarksLegend marks={marks} />}
        <Strip run={run} card={card} color={color} />
      </MetricChart>
    );
  };
  if (run.series.length === 0) {
    return (
      <p role="status" className="px-1 text-muted">
        Waiting for the first epoch…
      </p>
    );
  }
  return (
    <section aria-label="Charts" className="grid grid-cols-1 gap-3">
      <h2 className="sr-only">Charts</h2>
      {cards.primary && chart(cards.primary, true)}
      <div className={GRID}>
        {[...cards.epoch, ...cards.batch, ...cards.rates].map((card) => chart(card, false))}
      </div>
      {cards.machine.length > 0 && (
        <MachineSection count={cards.machine.length}>
          <div className={GRID}>{cards.machine.map((card) => chart(card, false))}</div>
        </MachineSection>
      )}
    </section>
  );
}

/** Under the chart of what early stopping watched. */
function Strip({ run, card, color }: { run: RunView; card: MetricCard; color: RunColor }) {
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

"use client";
import type { PrimaryMetric } from "@epochal/store/verdict";
import { useMemo, useState } from "react";
import type { ChartRun } from "../charts/chart-run.ts";
import { EarlyStoppingStrip } from "../charts/early-stopping-strip.tsx";
import { MetricChart } from "../charts/metric-chart.tsx";
import { Signal } from "../charts/signal.ts";
import type { RunColor } from "../colors/run-color.ts";
import { bestPoint } from "../compare/best-point.ts";
import { type MetricCard, metricCards } from "../compare/metric-cards.ts";
import type { EarlyStoppingEvent, StoppedEarlyEvent } from "../data/early-stopping-event.ts";
import type { RunView } from "../data/run-json.ts";
import { useSeries } from "../data/use-series.ts";

export interface RunChartsProps {
  readonly run: RunView;
  readonly primary: PrimaryMetric | undefined;
  readonly color: RunColor;
}

/** All metrics of one run, the one it is judged by first and widest. */
export function RunCharts({ run, primary, color }: RunChartsProps) {
  const [epochCursor] = useState(() => new Signal<number | undefined>(undefined));
  const cards = useMemo(() => metricCards([run], primary), [run, primary]);
  const wanted = [
    {
      id: run.id,
      revision: run.series.map(({ count }) => count).join("."),
      keys: run.series.map(({ key }) => key),
    },
  ];
  const columns = useSeries(wanted).get(run.id);
  const chart = (card: MetricCard, isWide: boolean) => {
    const train = card.train === undefined ? undefined : columns?.get(card.train);
    const validation = card.validation === undefined ? undefined : columns?.get(card.validation);
    const runs: ChartRun[] = [
      {
        id: run.id,
        label: run.name,
        color,
        ...(train && { train }),
        ...(validation && { validation }),
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
        {...(card.per === "epoch" && { cursor: epochCursor })}
      >
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
    <section aria-label="Charts" className="grid grid-cols-1 gap-3 md:grid-cols-2">
      <h2 className="sr-only">Charts</h2>
      {cards.primary && <div className="min-w-0 md:col-span-2">{chart(cards.primary, true)}</div>}
      {[...cards.epoch, ...cards.batch, ...cards.rest].map((card) => chart(card, false))}
    </section>
  );
}

/** Under the chart of what early stopping watched. */
function Strip({ run, card, color }: { run: RunView; card: MetricCard; color: RunColor }) {
  const events = run.events.map(({ event }) => event);
  const trace = events.filter(
    (event): event is EarlyStoppingEvent => event.type === "early_stopping",
  );
  const monitor = trace[0]?.monitor;
  if (card.per !== "epoch" || monitor === undefined) return null;
  if (monitor !== card.validation && monitor !== card.train) return null;
  const stopped = events.find(
    (event): event is StoppedEarlyEvent => event.type === "stopped_early",
  );
  return <EarlyStoppingStrip trace={trace} stopped={stopped} color={color} />;
}

"use client";
import { useState } from "react";
import { keysOf, type MetricCard, seriesOf } from "../cards/metric-cards.ts";
import type { ChartRun } from "../charts/chart-run.ts";
import { DifferenceChart } from "../charts/difference-chart.tsx";
import { MetricChart } from "../charts/metric-chart.tsx";
import { Signal } from "../charts/signal.ts";
import type { XRange } from "../charts/x-range.ts";
import { useSeries } from "../live/use-series.ts";
import type { DiffData } from "../wire/diff-data.ts";
import { pairColors } from "./pair-colors.ts";

interface DiffCurvesProps extends Pick<DiffData, "a" | "b"> {
  readonly card: MetricCard;
}

/** The curves of two runs in one metric, and below them what B holds more than A. */
export function DiffCurves({ a, b, card }: DiffCurvesProps) {
  const [cursor] = useState(() => new Signal<number | undefined>(undefined));
  const [zoom, setZoom] = useState<XRange>();
  const keys = keysOf(card);
  const { series: loaded } = useSeries({ runs: [a.id, b.id], keys });
  const xAxis = card.per === "batch" ? "step" : "epoch";
  const [colorOfA, colorOfB] = pairColors(a, b);
  const runs = [a, b].map((run, at): ChartRun => {
    const columns = loaded.get(run.id);
    return {
      id: run.id,
      label: `${"AB"[at]} ${run.name}`,
      color: at === 0 ? colorOfA : colorOfB,
      per: card.per,
      ...seriesOf(card, (key) => columns?.get(key)),
    };
  });
  const [first, second] = runs;
  return (
    <MetricChart
      title={card.title}
      runs={runs}
      direction={card.direction}
      wide
      xAxis={xAxis}
      cursor={cursor}
      zoom={zoom}
      onZoom={setZoom}
    >
      {first && second && (
        <DifferenceChart
          title={card.title}
          a={{ ...first, label: "A" }}
          b={{ ...second, label: "B" }}
          xAxis={xAxis}
          direction={card.direction}
          cursor={cursor}
          zoom={zoom}
          onZoom={setZoom}
        />
      )}
    </MetricChart>
  );
}

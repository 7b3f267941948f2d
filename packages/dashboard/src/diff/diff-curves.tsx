"use client";
import { type MetricCard, Signal, type XRange } from "@epochal/panel/charts";
import { useMemo, useState } from "react";
import type { DrawnRun } from "../cards/drawn-run.ts";
import { useCardLines } from "../cards/use-card-lines.ts";
import { DifferenceChart } from "../charts/difference-chart.tsx";
import { MetricChart } from "../charts/metric-chart.tsx";
import type { DiffData } from "../wire/diff-data.ts";
import { pairColors } from "./pair-colors.ts";

interface DiffCurvesProps extends Pick<DiffData, "a" | "b"> {
  readonly card: MetricCard;
}

/** The curves of two runs in one metric, and below them what B holds more than A. */
export function DiffCurves({ a, b, card }: DiffCurvesProps) {
  const [cursor] = useState(() => new Signal<number | undefined>(undefined));
  const [zoom, setZoom] = useState<XRange>();
  const xAxis = card.per === "batch" ? "step" : "epoch";
  const drawn = useMemo(() => drawnPair(a, b), [a, b]);
  const view = { xAxis, scale: "linear", splits: "both", smoothing: 0 } as const;
  const { runs, isPending } = useCardLines(card, { runs: drawn, groups: undefined, view, zoom });
  const [first, second] = runs;
  return (
    <MetricChart
      title={card.title}
      runs={runs}
      direction={card.direction}
      isPending={isPending}
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

function drawnPair(a: DiffData["a"], b: DiffData["b"]): readonly DrawnRun[] {
  const colors = pairColors(a, b);
  return ([a, b] as const).map(({ id, name, startedAt, series }, at) => ({
    ...{ id, startedAt, series, context: false },
    ...{ label: `${"AB"[at]} ${name}`, color: colors[at] ?? colors[0] },
  }));
}

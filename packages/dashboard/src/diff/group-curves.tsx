"use client";
import { type ChartRun, Signal, type XRange } from "@epochal/panel/charts";
import { useMemo, useState } from "react";
import { useZoomedBands } from "../cards/use-zoomed-bands.ts";
import { DifferenceChart } from "../charts/difference-chart.tsx";
import { MetricChart } from "../charts/metric-chart.tsx";
import type { GroupDiffData } from "../wire/group-diff.ts";
import { sideColor } from "./side-color.ts";

interface GroupCurvesProps {
  readonly data: GroupDiffData;
  /** The key of the series. */
  readonly metric: string;
}

/** The means of two groups with their bands, and below them what B is above A. */
export function GroupCurves({ data, metric }: GroupCurvesProps) {
  const { project, a, b, direction, per, in: kept } = data;
  const [cursor] = useState(() => new Signal<number | undefined>(undefined));
  const [zoom, setZoom] = useState<XRange>();
  const x = per === "batch" ? "step" : "epoch";
  const place = kept === "trash" ? { deleted: true } : { archived: kept === "archive" };
  const ask = { project, ...place, key: metric, spread: "interval" } as const;
  const inA = useZoomedBands({ question: { ...ask, where: a.where }, axis: x, zoom });
  const inB = useZoomedBands({ question: { ...ask, where: b.where }, axis: x, zoom });
  const runs = useMemo(
    () =>
      [inA, inB].map((bands, at): ChartRun => {
        // All runs that a query finds are one group.
        const [band] = [...(bands?.values() ?? [])];
        return {
          id: "AB"[at] ?? "",
          label: `${"AB"[at]} ${[a, b][at]?.name}`,
          color: sideColor(at === 0 ? "A" : "B"),
          ...(band && { group: band.count, validation: band.series }),
        };
      }),
    [inA, inB, a, b],
  );
  const [first, second] = runs;
  return (
    <section aria-label="Curves" className="grid grid-cols-1 gap-3">
      <h2 className="sr-only">Curves</h2>
      <MetricChart
        title={`${metric}: means with their 95 % intervals`}
        runs={runs}
        direction={direction}
        wide
        xAxis={x}
        cursor={cursor}
        zoom={zoom}
        onZoom={setZoom}
      >
        {first && second && (
          <DifferenceChart
            title={metric}
            a={{ ...first, label: "A" }}
            b={{ ...second, label: "B" }}
            xAxis={x}
            direction={direction}
            cursor={cursor}
            zoom={zoom}
            onZoom={setZoom}
          />
        )}
      </MetricChart>
    </section>
  );
}

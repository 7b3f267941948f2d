"use client";
import { useMemo, useState } from "react";
import type { ChartRun } from "../charts/chart-run.ts";
import { DifferenceChart } from "../charts/difference-chart.tsx";
import { groupSeries } from "../charts/group-series.ts";
import { MetricChart } from "../charts/metric-chart.tsx";
import { Signal } from "../charts/signal.ts";
import type { XRange } from "../charts/x-range.ts";
import { useBands } from "../live/use-bands.ts";
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
  const ask = { project, ...place, key: metric, x, spread: "interval" } as const;
  const inA = useBands({ ...ask, where: a.where }).data?.groups[0];
  const inB = useBands({ ...ask, where: b.where }).data?.groups[0];
  const runs = useMemo(
    () =>
      [inA, inB].map(
        (band, at): ChartRun => ({
          id: "AB"[at] ?? "",
          label: `${"AB"[at]} ${[a, b][at]?.name}`,
          color: sideColor(at === 0 ? "A" : "B"),
          ...(band && { group: band.count, validation: groupSeries(band, x) }),
        }),
      ),
    [inA, inB, a, b, x],
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

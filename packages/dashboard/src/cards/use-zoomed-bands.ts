"use client";
import type { ChartSeries, XRange } from "@epochal/panel/charts";
import { useMemo } from "react";
import { groupSeries } from "../charts/group-series.ts";
import { useBands } from "../live/use-bands.ts";
import type { GroupBand } from "../wire/bands-format.ts";
import type { BandsQuestion } from "../wire/questions.ts";
import { bandStretch } from "./band-stretch.ts";
import { withBandDetail } from "./with-band-detail.ts";

interface ZoomedBandsArgs {
  /** Undefined where nothing is to be asked. */
  readonly question: Omit<BandsQuestion, "x"> | undefined;
  readonly axis: "epoch" | "step" | "relative";
  readonly zoom: XRange | undefined;
}

/** A group as a chart takes it. */
interface ZoomedBand extends Pick<GroupBand, "id" | "count"> {
  readonly series: ChartSeries;
}

/** The bands of groups by their ids, a zoomed stretch as finely as all of it else; undefined until anything has come. */
export function useZoomedBands({
  question,
  axis,
  zoom,
}: ZoomedBandsArgs): ReadonlyMap<string, ZoomedBand> | undefined {
  const x = axis === "relative" ? "time" : axis;
  const whole = useBands(question && { ...question, x }).data;
  const stretch = whole && bandStretch({ width: whole.width, x, zoom });
  const near = useBands(question && stretch && { ...question, x, ...stretch }).data;
  // What was asked for another stretch stays until this one has come.
  const detail = stretch && near;
  return useMemo(() => {
    if (whole === undefined) return undefined;
    const finer = new Map(detail?.groups.map((band) => [band.id, band]));
    return new Map(
      whole.groups.map((band) => {
        const { id, count } = band;
        const series = groupSeries(withBandDetail(band, finer.get(id)), axis);
        return [id, { id, count, series }];
      }),
    );
  }, [whole, detail, axis]);
}

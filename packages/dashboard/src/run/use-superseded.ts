"use client";
import { useEffect, useState } from "react";
import { askBytes } from "../live/ask.ts";
import type { RunView } from "../wire/run-json.ts";
import { decodeSeries, type SeriesColumns } from "../wire/series-format.ts";

const NONE: readonly SeriesColumns[] = [];

/** What earlier segments of a resumed run logged at steps that a later one trained again. Only a resume changes it. */
export function useSuperseded({ id, resumed, series }: RunView): readonly SeriesColumns[] {
  const [found, setFound] = useState(NONE);
  const keys = series
    .filter(({ per, kind }) => per === "epoch" && kind !== "system")
    .map(({ key }) => key)
    .join("\n");
  useEffect(() => {
    if (resumed === 0) return;
    let isOver = false;
    const segments = Array.from({ length: resumed }, (_, segment) => segment);
    Promise.all(
      segments.map(async (segment) => {
        const question = { ids: [id], keys: keys.split("\n"), segment };
        return decodeSeries(await askBytes("/api/series", question)).series;
      }),
    )
      .then((parts) => {
        if (!isOver) setFound(parts.flat().filter(({ value }) => value.length > 0));
      })
      .catch(() => {
        // The run is drawn without them.
      });
    return () => {
      isOver = true;
    };
  }, [id, resumed, keys]);
  return found;
}

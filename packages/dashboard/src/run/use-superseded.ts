"use client";
import { useEffect, useState } from "react";
import type { RunView } from "../data/run-json.ts";
import { decodeSeries, type SeriesColumns } from "../data/series-format.ts";
import { seriesRequests } from "../data/series-requests.ts";

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
    const addresses = segments.flatMap((segment) =>
      seriesRequests(id, keys.split("\n")).map((address) => `${address}&segment=${segment}`),
    );
    Promise.all(addresses.map(load))
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

async function load(address: string): Promise<SeriesColumns[]> {
  const answer = await fetch(address);
  return answer.ok ? decodeSeries(await answer.arrayBuffer()) : [];
}

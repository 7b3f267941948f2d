"use client";
import { useQueries } from "@tanstack/react-query";
import { askBytes } from "../live/ask.ts";
import type { RunView } from "../wire/run-json.ts";
import { decodeSeries, type SeriesColumns } from "../wire/series-format.ts";

/** What earlier segments of a resumed run logged at steps that a later one trained again. Only a resume changes it. */
export function useSuperseded({ id, resumed, series }: RunView): readonly SeriesColumns[] {
  const keys = series
    .filter(({ per, kind }) => per === "epoch" && kind !== "system")
    .map(({ key }) => key);
  return useQueries({
    queries: Array.from({ length: resumed }, (_, segment) => ({
      queryKey: ["superseded", id, segment, resumed, keys],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }) =>
        decodeSeries(await askBytes("/api/series", { ids: [id], keys, segment }, signal)).series,
      structuralSharing: false,
    })),
    combine: joined,
  });
}

const joined = (results: readonly { readonly data: readonly SeriesColumns[] | undefined }[]) =>
  results.flatMap(({ data }) => data ?? []).filter(({ value }) => value.length > 0);

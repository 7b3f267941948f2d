"use client";
import type { HistogramsAnswer } from "../wire/histograms.ts";
import { type Answer, useAnswer } from "./use-answer.ts";

/** How the values of a weight are spread, epoch by epoch. @param run undefined while nobody wants to see it */
export function useHistograms(
  run: string | undefined,
  key: string | undefined,
): Answer<HistogramsAnswer> {
  return useAnswer<HistogramsAnswer>({
    path: "/api/histograms",
    question: run === undefined ? undefined : { run, ...(key !== undefined && { key }) },
    runs: run === undefined ? undefined : [run],
  });
}

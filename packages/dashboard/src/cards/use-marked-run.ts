"use client";
import { markWords, runMarks } from "@epochal/panel/charts";
import { useMemo } from "react";
import type { TracesAnswer } from "../wire/answers.ts";
import type { MarkedRun } from "./cards-context.ts";
import type { DrawnRun } from "./drawn-run.ts";

/** What happened to the baseline, else to the first of the runs that are drawn: its marks say whose they are where it is not alone. */
export function useMarkedRun(
  runs: readonly DrawnRun[],
  traces: TracesAnswer["traces"],
  baseline: string | null,
): MarkedRun | undefined {
  const run = runs.find(({ id }) => id === baseline) ?? runs[0];
  const { id, label, startedAt } = run ?? {};
  const trace = id === undefined ? undefined : traces[id];
  const isAlone = runs.length === 1;
  return useMemo(() => {
    if (id === undefined || startedAt === undefined || trace === undefined) return undefined;
    const marks = runMarks(trace).map((mark) => {
      const words = mark.words ?? markWords[mark.kind].words;
      return { ...mark, words: isAlone ? words : `${words} · ${label}` };
    });
    return marks.length === 0 ? undefined : { run: id, startedAt, marks };
  }, [id, trace, label, startedAt, isAlone]);
}

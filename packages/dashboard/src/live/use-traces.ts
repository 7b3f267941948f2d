"use client";
import type { TracesAnswer } from "../wire/answers.ts";
import { useAnswer } from "./use-answer.ts";

const NONE: TracesAnswer["traces"] = {};

/** What early stopping saw in these runs, by their ids. */
export function useTraces(ids: readonly string[]): TracesAnswer["traces"] {
  const question = ids.length === 0 ? undefined : { ids };
  return useAnswer<TracesAnswer>({ path: "/api/traces", question, runs: ids }).data?.traces ?? NONE;
}

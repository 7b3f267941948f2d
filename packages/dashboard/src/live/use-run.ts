"use client";
import { useQuery } from "@tanstack/react-query";
import { decodeRuns, type ProjectData, type RunView } from "../wire/run-json.ts";
import { QuestionError } from "./question-error.ts";

/** A run with all it recorded besides its points, kept up to date. Undefined where there is no such run. */
export function useRun(id: string, initial?: ProjectData): RunView | undefined {
  const { data } = useQuery({
    queryKey: ["run", id],
    queryFn: ({ signal }) => loadRun(id, signal),
    ...(initial && { initialData: initial }),
  });
  return data?.runs[0];
}

async function loadRun(id: string, signal: AbortSignal): Promise<ProjectData> {
  const response = await fetch(`/api/runs/${encodeURIComponent(id)}`, { signal });
  if (response.ok) return decodeRuns(await response.text());
  const error = `The run was answered with ${response.status}.`;
  throw response.status < 500 ? new QuestionError(response.status, { error }) : new Error(error);
}

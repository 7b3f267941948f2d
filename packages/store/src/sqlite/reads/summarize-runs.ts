import type { RunState, RunSummary } from "@epochal/conclusions";
import type { RunRow } from "./run-row.ts";
import type { RunStates } from "./run-states.ts";
import type { SeriesOfRuns } from "./series-of-runs.ts";

/**
 * Rows of `runs` as the store's readers see them, with their series.
 *
 * @param seriesOfRuns undefined where nobody asks for them
 * @param keys of which series; undefined for all
 */
export function summarizeRuns(
  seriesOfRuns: SeriesOfRuns | undefined,
  rows: readonly RunRow[],
  states: RunStates,
  keys?: readonly string[],
): RunSummary[] {
  const series = seriesOfRuns?.run(rows, keys);
  return rows.map((row) => {
    const status = states.statusOf(row);
    const endedMs = row.endedMs ?? (isGone(status.state) ? row.seenMs : undefined);
    const untilMs =
      endedMs ?? (status.state === "running" && row.dated === 0 ? states.now : row.seenMs);
    return {
      id: row.id,
      project: row.project,
      name: row.name,
      config: JSON.parse(row.config) as Record<string, unknown>,
      tags: JSON.parse(row.tags) as string[],
      notes: row.notes,
      ...(row.runGroup !== null && { group: row.runGroup }),
      ...(row.archivedMs !== null && { archivedAt: new Date(row.archivedMs) }),
      ...(row.deletedMs !== null && { deletedAt: new Date(row.deletedMs) }),
      status,
      startedAt: new Date(row.startedMs),
      ...(endedMs !== undefined && { endedAt: new Date(endedMs) }),
      durationMs: row.earlierMs + Math.max(0, untilMs - (row.segmentMs ?? row.startedMs)),
      host: row.host,
      resumed: row.segment,
      series: series?.get(row.id) ?? [],
      ...(row.restoredEpoch !== null && { restoredEpoch: row.restoredEpoch }),
    };
  });
}

function isGone(state: RunState): boolean {
  return state === "killed" || state === "lost";
}

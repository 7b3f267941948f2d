import type { RunState, RunStatus, RunSummary } from "@epochal/conclusions";
import type { runs } from "../schema/runs.ts";
import type { SeriesOfRuns } from "./series-of-runs.ts";

export type RunRow = typeof runs.$inferSelect;

/** Rows of `runs` as the store's readers see them, with their series. */
export function summarizeRuns(
  seriesOfRuns: SeriesOfRuns,
  rows: readonly RunRow[],
  open: ReadonlyMap<string, RunStatus>,
  now: number,
): RunSummary[] {
  const series = seriesOfRuns.run(rows);
  return rows.map((row) => {
    const status = open.get(row.id) ?? toldStatus(row);
    const endedMs = row.endedMs ?? (status.state === "killed" ? row.seenMs : undefined);
    const untilMs = endedMs ?? (status.state === "running" && row.dated === 0 ? now : row.seenMs);
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
      series: series.get(row.id) ?? [],
      ...(row.restoredEpoch !== null && { restoredEpoch: row.restoredEpoch }),
    };
  });
}

function toldStatus({ state, reason, seenMs }: RunRow): RunStatus {
  return {
    state: state as RunState,
    ...(reason !== null && { reason }),
    lastSeenAt: new Date(seenMs),
  };
}

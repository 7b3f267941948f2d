"use client";
import { useEffect, useMemo, useRef, useState } from "react";
import { decodeRuns, type RunView } from "../wire/run-json.ts";

type Events = RunView["events"];

/** How long the page waits before it asks again for what did not arrive. */
const PATIENCE_MS = 2000;

/** These runs with the events of those that early stopping watched. Old ones stay until newer ones have arrived. */
export function useEvents(project: string, runs: readonly RunView[]): readonly RunView[] {
  const [loaded, setLoaded] = useState<ReadonlyMap<string, Events>>(new Map());
  const [attempt, setAttempt] = useState(0);
  const asked = useRef(new Map<string, string>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt asks again for what is missing
  useEffect(() => {
    const versions = asked.current;
    const wanted = runs
      .filter(({ conclusions }) => conclusions.monitor !== undefined)
      .map((run) => ({ id: run.id, version: versionOf(run) }))
      .filter(({ id, version }) => versions.get(id) !== version);
    if (wanted.length === 0) return;
    for (const { id, version } of wanted) versions.set(id, version);
    let timer: ReturnType<typeof setTimeout> | undefined;
    loadEvents(
      project,
      wanted.map(({ id }) => id),
    )
      .then((events) => setLoaded((old) => new Map([...old, ...events])))
      .catch(() => {
        for (const { id, version } of wanted) if (versions.get(id) === version) versions.delete(id);
        timer = setTimeout(() => setAttempt((count) => count + 1), PATIENCE_MS);
      });
    return () => clearTimeout(timer);
  }, [project, runs, attempt]);
  return useMemo(
    () =>
      runs.map((run) => {
        const events = loaded.get(run.id);
        return events === undefined ? run : { ...run, events };
      }),
    [runs, loaded],
  );
}

const versionOf = ({ series, status }: RunView) =>
  `${status.state} ${series.map(({ count }) => count).join(".")}`;

async function loadEvents(
  project: string,
  ids: readonly string[],
): Promise<readonly (readonly [string, Events])[]> {
  const query = new URLSearchParams({ project, ids: ids.join(",") });
  const answer = await fetch(`/api/runs?${query}`);
  if (!answer.ok) throw new Error(`The events were answered with ${answer.status}`);
  return decodeRuns(await answer.text()).runs.map(({ id, events }) => [id, events]);
}

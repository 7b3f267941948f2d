"use client";
import { useEffect, useRef, useState } from "react";
import { decodeRuns, type ProjectData } from "../wire/run-json.ts";
import { listenToChanges } from "./listen-to-changes.ts";
import { mergeRuns } from "./merge-runs.ts";

/** An open page asks for news at most so often. */
const THROTTLE_MS = 300;
/** How long the page waits before it asks a silent server again. */
const PATIENCE_MS = 2000;
/** One request asks for at most so many runs: their ids must fit into an address. */
const MOST_IDS = 200;

/** A project's runs, kept up to date while the page is open: only runs that changed are asked for. @param isWhole with all events */
export function useProject(initial: ProjectData, isWhole = false): ProjectData {
  const [data, setData] = useState(initial);
  const shown = useRef(data);
  shown.current = data;
  useEffect(() => {
    const changed = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const schedule = (ms = THROTTLE_MS) => {
      if (!isOver) timer ??= setTimeout(() => void refresh(), ms);
    };
    const refresh = async () => {
      const ids = [...changed].slice(0, MOST_IDS);
      for (const id of ids) changed.delete(id);
      const fresh = await loadRuns({ project: initial.project, ids, isWhole });
      timer = undefined;
      if (isOver) return;
      if (fresh !== undefined) setData((old) => mergeRuns(old, fresh));
      else for (const id of ids) changed.add(id);
      if (changed.size > 0) schedule(fresh === undefined ? PATIENCE_MS : THROTTLE_MS);
    };
    const ask = (ids: readonly string[]) => {
      for (const id of ids) changed.add(id);
      if (changed.size > 0) schedule();
    };
    const stop = listenToChanges({
      since: initial.revision,
      onChange: ask,
      onOpen: () => ask(shown.current.runs.filter(mayHaveEnded).map(({ id }) => id)),
    });
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop();
    };
  }, [initial.project, initial.revision, isWhole]);
  return data;
}

/** The store has no record of a process that was killed. */
function mayHaveEnded({ status }: ProjectData["runs"][number]): boolean {
  return status.state === "running" || status.state === "stalled";
}

interface Asked {
  readonly project: string;
  readonly ids: readonly string[];
  readonly isWhole: boolean;
}

/** Undefined where the server did not answer. */
async function loadRuns({ project, ids, isWhole }: Asked): Promise<ProjectData | undefined> {
  try {
    const query = new URLSearchParams({
      project,
      ids: ids.join(","),
      ...(isWhole && { whole: "" }),
    });
    const answer = await fetch(`/api/runs?${query}`);
    return answer.ok ? decodeRuns(await answer.text()) : undefined;
  } catch {
    return undefined;
  }
}

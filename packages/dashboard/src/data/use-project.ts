"use client";
import { useEffect, useRef, useState } from "react";
import { mergeRuns } from "./merge-runs.ts";
import { decodeRuns, type ProjectData } from "./run-json.ts";

/** At most so often is a page that is open brought up to date. */
const THROTTLE_MS = 300;

/** A project's runs, kept up to date while the page is open: only runs that changed are asked for. */
export function useProject(initial: ProjectData): ProjectData {
  const [data, setData] = useState(initial);
  const changed = useRef(new Set<string>());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const project = encodeURIComponent(initial.project);
    const events = new EventSource(`/api/live?since=${initial.revision}`);
    const refresh = async () => {
      const ids = [...changed.current];
      changed.current.clear();
      try {
        const answer = await fetch(`/api/runs?project=${project}&ids=${ids.join(",")}`);
        if (answer.ok && !isOver) {
          const fresh = decodeRuns(await answer.text());
          setData((old) => mergeRuns(old, fresh));
        }
      } catch {
        // The server is gone for a moment: what changed is asked for with the next change.
        for (const id of ids) changed.current.add(id);
      }
      timer = undefined;
      if (changed.current.size > 0 && !isOver) schedule();
    };
    const schedule = () => {
      timer ??= setTimeout(() => void refresh(), THROTTLE_MS);
    };
    events.addEventListener("change", (event) => {
      const { runs } = JSON.parse(event.data) as { runs: string[] };
      for (const id of runs) changed.current.add(id);
      schedule();
    });
    return () => {
      isOver = true;
      clearTimeout(timer);
      events.close();
    };
  }, [initial.project, initial.revision]);
  return data;
}

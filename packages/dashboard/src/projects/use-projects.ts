"use client";
import { useEffect, useState } from "react";
import { listenToChanges } from "../data/listen-to-changes.ts";
import type { ProjectsData } from "../server/load-projects.ts";

/** An open page asks for all projects again at most so often. */
const THROTTLE_MS = 1000;
/** How long the page waits before it asks a silent server again. */
const PATIENCE_MS = 2000;

/** The projects, kept up to date while the page is open. */
export function useProjects(initial: ProjectsData): ProjectsData {
  const [data, setData] = useState(initial);
  const { revision } = initial;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isAsking = false;
    let isAskedAgain = false;
    let isOver = false;
    const schedule = (ms: number) => {
      if (isOver) return;
      if (isAsking) isAskedAgain = true;
      else timer ??= setTimeout(() => void refresh(), ms);
    };
    const refresh = async () => {
      timer = undefined;
      isAsking = true;
      isAskedAgain = false;
      const fresh = await load();
      isAsking = false;
      if (isOver) return;
      if (fresh !== undefined) setData(fresh);
      if (fresh === undefined) schedule(PATIENCE_MS);
      else if (isAskedAgain) schedule(THROTTLE_MS);
    };
    const stop = listenToChanges({
      since: revision,
      onChange: () => schedule(THROTTLE_MS),
      onOpen: () => schedule(THROTTLE_MS),
    });
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop();
    };
  }, [revision]);
  return data;
}

/** Undefined where the server did not answer. */
async function load(): Promise<ProjectsData | undefined> {
  try {
    const answer = await fetch("/api/projects");
    return answer.ok ? ((await answer.json()) as ProjectsData) : undefined;
  } catch {
    return undefined;
  }
}

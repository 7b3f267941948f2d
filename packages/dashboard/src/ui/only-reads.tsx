"use client";
import { useViewer } from "./viewer-context.tsx";

/** Stands where there would be buttons that change something, and says why there are none; nothing where there are. */
export function OnlyReads() {
  const { onlyReads } = useViewer();
  return onlyReads === undefined ? null : <p className="text-muted text-small">{onlyReads}</p>;
}

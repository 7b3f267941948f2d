"use client";
import { useKept } from "../ui/use-kept.ts";

/** What a person fixed for a project: by which series its runs are judged. */
export interface FixedMetric {
  readonly key: string;
  /** Which way is better, where its series do not say. */
  readonly direction?: "max" | "min";
}

/** The metric that a project's runs are judged by, kept in this browser; undefined where nobody fixed one. */
export function useFixedMetric(project: string) {
  return useKept<FixedMetric | undefined>(`epochal.metric.${project}`, undefined, readFixedMetric);
}

/** Reads what was kept; undefined where it is no metric. */
export function readFixedMetric(kept: unknown): FixedMetric | undefined {
  if (typeof kept !== "object" || kept === null) return undefined;
  const { key, direction } = kept as Record<string, unknown>;
  if (typeof key !== "string" || key === "") return undefined;
  return { key, ...((direction === "max" || direction === "min") && { direction }) };
}

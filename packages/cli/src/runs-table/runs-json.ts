import type { RunSummary } from "@epochal/store";

export interface RunsJsonArgs {
  readonly store: string;
  /** The metric that the table would show. */
  readonly metric: string | undefined;
  readonly total: number;
  readonly runs: readonly RunSummary[];
}

/** JSON has no word for numbers that are not finite: they become "NaN", "Infinity" and "-Infinity". */
export function runsJson(page: RunsJsonArgs): string {
  const text = JSON.stringify(
    page,
    (_key, value: unknown) =>
      typeof value === "number" && !Number.isFinite(value) ? String(value) : value,
    2,
  );
  return `${text}\n`;
}

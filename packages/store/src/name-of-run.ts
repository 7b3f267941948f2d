import { formatMoment } from "@epochal/conclusions";

/** The name of a run that was given none: its project and when it started, in UTC to the second. */
export function nameOfRun(project: string, startedMs: number): string {
  return `${project} ${formatMoment(startedMs, "utc")}`;
}

/** The name of a run that was given none: its project and when it started, in UTC to the second. */
export function nameOfRun(project: string, startedMs: number): string {
  const time = new Date(startedMs).toISOString().slice(0, 19).replace("T", " ");
  return `${project} ${time}`;
}

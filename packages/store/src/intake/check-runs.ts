import type { JournalRecord } from "@epochal/record";
import type { ReadRecords } from "./read-records.ts";
import type { Scope, SentRun } from "./senders.ts";
import { SentError } from "./sent-error.ts";

export interface CheckRunsArgs {
  readonly records: ReadRecords;
  readonly journal: string;
  /** The projects of the token. */
  readonly scope: Scope;
  readonly known: ReadonlyMap<string, SentRun | "removed">;
}

/** The ids of the runs that records are about. */
export function runsIn(records: ReadRecords): string[] {
  const ids = new Set<string>();
  for (const record of records) {
    if (typeof record !== "string" && record.type !== "journal") ids.add(record.run);
  }
  return [...ids];
}

/**
 * Looks whether a token may send these records: runs that they start are of its projects, and runs that they go on with came through this
 * journal, or are resumed in it.
 *
 * @returns a run that nobody has started; undefined where there is none
 * @throws SentError 403
 */
export function checkRuns({ records, journal, scope, known }: CheckRunsArgs): string | undefined {
  const own = new Set<string>();
  let unknown: string | undefined;
  for (const [i, record] of records.entries()) {
    if (typeof record === "string" || record.type === "journal" || own.has(record.run)) continue;
    const before = known.get(record.run);
    if (before === "removed") own.add(record.run);
    else if (before?.journal === journal && isIn(scope, before.project)) own.add(record.run);
    else if (record.type === "run" && before === undefined) {
      assertIn(scope, record.project, i);
      own.add(record.run);
    } else if (record.type === "resume" && before !== undefined) {
      assertIn(scope, before.project, i);
      assertNext(record, before, i);
      own.add(record.run);
    } else if (before === undefined) unknown ??= record.run;
    else throw foreign(record.run, i);
  }
  return unknown;
}

/** The refusal of lines about a run that this journal has not started. */
export function foreign(run: string, place = 0): SentError {
  return new SentError(
    403,
    `Line ${place + 1} is about the run ${run.slice(0, 100)}, which did not come through this journal. Resume it first, with a token of its project.`,
  );
}

function isIn(scope: Scope, project: string): boolean {
  return scope === null || scope.includes(project);
}

function assertIn(scope: Scope, project: string, place: number): void {
  if (isIn(scope, project)) return;
  throw new SentError(
    403,
    `Line ${place + 1} is about the project ${project.slice(0, 100)}. This token is for ${scope?.join(", ").slice(0, 300)}.`,
  );
}

function assertNext(
  record: Extract<JournalRecord, { type: "resume" }>,
  { segment }: SentRun,
  place: number,
): void {
  if (record.segment === segment + 1) return;
  throw new SentError(
    403,
    `Line ${place + 1} resumes the run ${record.run.slice(0, 100)} for the ${record.segment}. time, and it was resumed ${segment} times. Somebody else has resumed it.`,
  );
}

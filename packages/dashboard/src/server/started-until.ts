import type { RunFilter } from "@epochal/store";

/** The part of a query that takes only runs which were started until a moment, in epoch milliseconds. The language knows whole seconds, and means their end. */
export function startedUntil(moment: number): string {
  return `started <= ${new Date(moment).toISOString().replace(/\.\d+Z$/, "Z")}`;
}

/** Of the runs that match only those that were started until then; all of them where no moment is told. */
export function untilThen(filter: RunFilter, until: number | undefined): RunFilter {
  if (until === undefined) return filter;
  const moment = startedUntil(until);
  const { where = "" } = filter;
  return { ...filter, where: where.trim() === "" ? moment : `(${where}) and ${moment}` };
}

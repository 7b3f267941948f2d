/** The part of a query that takes only runs which were started until a moment, in epoch milliseconds. The language knows whole seconds, and means their end. */
export function startedUntil(moment: number): string {
  return `started <= ${new Date(moment).toISOString().replace(/\.\d+Z$/, "Z")}`;
}

import { formatMoment } from "./format-moment.ts";

/** A moment in a column, both in milliseconds since 1970: the hour of one today, the day of any other, in the reader's own time. */
export function briefMoment(at: number, now: number): string {
  const [day = "", hour] = formatMoment(at).split(" ");
  return hour !== undefined && formatMoment(now).startsWith(day) ? hour.slice(0, 5) : day;
}

import { formatMoment } from "./format-moment.ts";

const aMinute = 60_000;
const anHour = 60 * aMinute;
const aDay = 24 * anHour;

/** How long ago something was, both in milliseconds since 1970: `just now`, `4 min ago`; the day, once it is a week ago. */
export function formatAge(at: number, now: number): string {
  const ago = Math.max(0, now - at);
  if (ago < aMinute) return "just now";
  if (ago < anHour) return `${Math.floor(ago / aMinute)} min ago`;
  if (ago < aDay) return `${Math.floor(ago / anHour)} h ago`;
  if (ago < 7 * aDay) return `${Math.floor(ago / aDay)} d ago`;
  return formatMoment(at).slice(0, 10);
}

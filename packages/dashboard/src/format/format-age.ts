const A_MINUTE = 60_000;
const AN_HOUR = 60 * A_MINUTE;
const A_DAY = 24 * AN_HOUR;

/** How long ago something was; the day, once it is more than a week. */
export function formatAge(at: number, now: number): string {
  const ago = Math.max(0, now - at);
  if (ago < A_MINUTE) return "just now";
  if (ago < AN_HOUR) return `${Math.floor(ago / A_MINUTE)} min ago`;
  if (ago < A_DAY) return `${Math.floor(ago / AN_HOUR)} h ago`;
  if (ago < 7 * A_DAY) return `${Math.floor(ago / A_DAY)} d ago`;
  return new Date(at).toISOString().slice(0, 10);
}

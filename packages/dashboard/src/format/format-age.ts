import { formatDuration } from "./format-duration.ts";

const A_WEEK = 7 * 24 * 3_600_000;

/** How long ago something was; the day, once it is more than a week. */
export function formatAge(at: number, now: number): string {
  const ago = Math.max(0, now - at);
  if (ago < 5000) return "just now";
  return ago < A_WEEK ? `${formatDuration(ago)} ago` : new Date(at).toISOString().slice(0, 10);
}

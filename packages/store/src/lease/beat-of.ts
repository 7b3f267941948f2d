/** A heartbeat as it is compared. For a run without one, such as a page's, it is when the store last heard of it. */
export function beatOf(seenUpMs: number | null, seenMs: number): number {
  return seenUpMs ?? seenMs;
}

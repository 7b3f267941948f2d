/** A heartbeat as it is compared. Of a run that has none, as a page's, it is when it was last heard of. */
export function beatOf(seenUpMs: number | null, seenMs: number): number {
  return seenUpMs ?? seenMs;
}

/** A heartbeat as it is compared; a run that has not had one counts as one that has not moved. */
export function beatOf(seenUpMs: number | null): number {
  return seenUpMs ?? -1;
}

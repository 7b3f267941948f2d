/** A time for a person: `340 us`, `21 ms`, `4.2 s`, `3 min 20 s`, `1 h 4 min`. */
export function formatDuration(ms: number): string {
  // Only no time is 0 us.
  if (ms < 0.001) return `${Number((ms * 1000).toPrecision(1))} us`;
  if (ms < 1) return `${Math.round(ms * 1000)} us`;
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}

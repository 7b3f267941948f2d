/** From the longest: what it is called, its milliseconds, and how many of it the next longer one has. */
const units = [
  ["d", 86_400_000, Infinity],
  ["h", 3_600_000, 24],
  ["min", 60_000, 60],
  ["s", 1000, 60],
] as const;

/**
 * A time span: its largest unit and the next one, where that is not 0. Below ten seconds, milliseconds or
 * microseconds one decimal. Only no time is `0 ms`.
 *
 * @example
 * formatDuration(0.34); // "340 µs"
 * formatDuration(4230); // "4.2 s"
 * formatDuration(72_000); // "1 min 12 s"
 * formatDuration(90_000_000); // "1 d 1 h"
 */
export function formatDuration(ms: number): string {
  if (!Number.isFinite(ms)) return "unknown";
  if (ms < 0) return `-${formatDuration(-ms)}`;
  if (ms === 0) return "0 ms";
  if (ms < 0.9995) return `${few(ms * 1000)} µs`;
  if (ms < 999.5) return `${few(ms)} ms`;
  if (ms < 9950) return `${few(ms / 1000)} s`;
  const at = units.findIndex(([, size], i) => Math.round(ms / finest(i)) * finest(i) >= size);
  const [unit, size] = units[at] ?? units[3];
  const [next] = units[at + 1] ?? [];
  const parts = Math.round(ms / finest(at));
  const perUnit = size / finest(at);
  const [whole, rest] = [Math.floor(parts / perUnit), parts % perUnit];
  return next === undefined || rest === 0 ? `${whole} ${unit}` : `${whole} ${unit} ${rest} ${next}`;
}

/** The milliseconds that a time in a unit is told to: those of the next shorter one. */
function finest(at: number): number {
  return units[at + 1]?.[1] ?? 1000;
}

/** One decimal below ten, and one digit that matters below 1. */
function few(count: number): number {
  if (count < 1) return Number(count.toPrecision(1));
  return count < 10 ? Number(count.toFixed(1)) : Math.round(count);
}

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
 * @param finest milliseconds by which spans must still be told apart: where the units would not, the span is told as on a stopwatch.
 * @default as coarsely as the units are
 * @example
 * formatDuration(0.34); // "340 µs"
 * formatDuration(4230); // "4.2 s"
 * formatDuration(72_000); // "1 min 12 s"
 * formatDuration(90_000_000); // "1 d 1 h"
 * formatDuration(3_723_250, 100); // "1:02:03.250"
 */
export function formatDuration(ms: number, finest: number = Infinity): string {
  if (!Number.isFinite(ms)) return "unknown";
  if (ms < 0) return `-${formatDuration(-ms, finest)}`;
  if (ms === 0) return "0 ms";
  if (finest < toldTo(ms)) return onStopwatch(ms, finest);
  if (ms < 0.9995) return `${few(ms * 1000)} µs`;
  if (ms < 999.5) return `${few(ms)} ms`;
  if (ms < 9950) return `${few(ms / 1000)} s`;
  const at = unitOf(ms);
  const [unit, size] = units[at] ?? units[3];
  const [next] = units[at + 1] ?? [];
  const parts = Math.round(ms / finestOf(at));
  const perUnit = size / finestOf(at);
  const [whole, rest] = [Math.floor(parts / perUnit), parts % perUnit];
  return next === undefined || rest === 0 ? `${whole} ${unit}` : `${whole} ${unit} ${rest} ${next}`;
}

/** The place of the largest unit of a time, as it is rounded: 59.999 minutes are an hour. */
function unitOf(ms: number): number {
  const at = units.findIndex(([, size], i) => Math.round(ms / finestOf(i)) * finestOf(i) >= size);
  return at < 0 ? units.length - 1 : at;
}

/** The milliseconds that a time in a unit is told to: those of the next shorter one. */
function finestOf(at: number): number {
  return units[at + 1]?.[1] ?? 1000;
}

/** One decimal below ten, and one digit that matters below 1. */
function few(count: number): number {
  if (count < 1) return Number(count.toPrecision(1));
  return count < 10 ? Number(count.toFixed(1)) : Math.round(count);
}

/** The milliseconds that a span is told to by its units. */
function toldTo(ms: number): number {
  if (ms < 999.5) return 0;
  if (ms < 9950) return 100;
  return finestOf(unitOf(ms));
}

/** `2:03`, `1:02:03`, and with milliseconds `0:09.512`. */
function onStopwatch(ms: number, finest: number): string {
  const told = finest < 1000 ? Math.round(ms) : Math.round(ms / 1000) * 1000;
  const two = (count: number) => String(count).padStart(2, "0");
  const [hours, minutes, seconds] = [
    told / 3_600_000,
    (told / 60_000) % 60,
    (told / 1000) % 60,
  ].map(Math.floor) as [number, number, number];
  const rest = finest < 1000 ? `.${String(told % 1000).padStart(3, "0")}` : "";
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds)}${rest}`;
}

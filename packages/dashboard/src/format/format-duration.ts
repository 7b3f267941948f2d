const UNITS = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1000],
] as const;

/** A time span in its largest unit, with the next one where it matters: `1 h 12 min`, `4.2 s`, `850 ms`. */
export function formatDuration(ms: number): string {
  if (!Number.isFinite(ms) || ms < 0) return "–";
  // Only no time is 0 ms.
  if (ms < 1) return `${Number(ms.toPrecision(1))} ms`;
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 10_000) return `${Math.floor(ms / 100) / 10} s`;
  const at = UNITS.findIndex(([, size]) => ms >= size);
  const [unit, size] = UNITS[at] ?? UNITS[3];
  const whole = Math.floor(ms / size);
  const next = UNITS[at + 1];
  const rest = next === undefined ? 0 : Math.floor((ms - whole * size) / next[1]);
  return next === undefined || rest === 0
    ? `${whole} ${unit}`
    : `${whole} ${unit} ${rest} ${next[0]}`;
}

const units = ["kB", "MB", "GB", "TB"];

/**
 * So many bytes, in thousands of thousands: two digits that matter below ten, else whole ones.
 *
 * @example
 * formatBytes(999); // "999 B"
 * formatBytes(1_540_000); // "1.5 MB"
 */
export function formatBytes(bytes: number): string {
  if (!Number.isFinite(bytes) || bytes < 0) return "unknown";
  if (bytes < 1000) return `${Math.round(bytes)} B`;
  const at = units.findIndex((_, power) => Math.round(bytes / 1000 ** (power + 1)) < 1000);
  const unit = at < 0 ? units.length - 1 : at;
  const size = bytes / 1000 ** (unit + 1);
  return `${size < 9.95 ? size.toFixed(1) : Math.round(size)} ${units[unit]}`;
}

import type { XAxis } from "@epochal/panel/charts";

const sizes: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  sec: 1000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/**
 * A place of an x axis as a person types it: `12` for an epoch or a step; `90`, in seconds, `1 h 20 min` or `1:20:00` for a time since the start;
 * `2026-05-01 09:30` for a time of day. NaN where it is none.
 */
export function parsePlace(typed: string, xAxis: XAxis): number {
  const text = typed.trim();
  if (text === "") return Number.NaN;
  if (xAxis === "wall") return new Date(text.replace(" ", "T")).getTime();
  if (xAxis === "relative") return parseDuration(text);
  return Number(text.replace(/^(epoch|step)\s*/i, "").replaceAll(",", ""));
}

function parseDuration(text: string): number {
  if (/^\d+(:\d{1,2}){1,2}(\.\d+)?$/.test(text)) {
    return text.split(":").reduce((sum, part) => sum * 60 + Number(part), 0) * 1000;
  }
  const plain = Number(text);
  if (Number.isFinite(plain)) return plain * 1000;
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)\s*/gi)];
  if (parts.map(([all]) => all).join("") !== text) return Number.NaN;
  return parts.reduce(
    (sum, [, count, unit]) =>
      sum + Number(count) * (sizes[unit?.toLowerCase() ?? ""] ?? Number.NaN),
    0,
  );
}

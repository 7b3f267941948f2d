/** A number as a query spells it, `NaN` and infinities among them; undefined for other texts. */
export function numberOf(text: string): number | undefined {
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return Number(text);
  const [, sign, word] = /^([+-]?)(nan|infinity|inf)$/i.exec(text) ?? [];
  if (word === undefined) return undefined;
  if (word.toLowerCase() === "nan") return Number.NaN;
  return sign === "-" ? -Infinity : Infinity;
}

/** The first millisecond of a day, month or minute, and the first one behind it. */
export interface Moment {
  readonly from: number;
  readonly to: number;
}

const pattern =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?)?)?)?$/i;

/** What `2026`, `2026-11`, `2026-11-01` or `2026-11-01T12:30` means where no zone is told: by the clock of whoever asks. */
export function momentOf(text: string): Moment | undefined {
  const [whole, ...parts] = pattern.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const zone = parts[6];
  const given = parts
    .slice(0, 6)
    .filter((part) => part !== undefined)
    .map(Number);
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = given;
  const offset = zone === undefined ? undefined : zoneMs(zone);
  const at = (...fields: [number, number, number, number, number, number]) =>
    offset === undefined ? local(...fields) : utc(...fields) - offset;
  const fields = [year, month - 1, day, hour, minute, second] as const;
  const next = [...fields] as [number, number, number, number, number, number];
  next[given.length - 1] = (next[given.length - 1] ?? 0) + 1;
  const isReal = new Date(utc(...fields))
    .toISOString()
    .startsWith([pad(year, 4), pad(month, 2), pad(day, 2)].join("-"));
  if (!isReal || hour > 23 || minute > 59 || second > 59) return undefined;
  return { from: at(...fields), to: at(...next) };
}

const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** Milliseconds of `10m`, `1h30m`, `2d`, `1.5h`; undefined for other texts. */
export function durationOf(text: string): number | undefined {
  if (!/^(?:\d+(?:\.\d+)?(?:ms|s|m|h|d|w))+$/i.test(text)) return undefined;
  let sum = 0;
  for (const [, count, unit] of text.matchAll(/([\d.]+)([a-z]+)/gi)) {
    sum += Number(count) * units[unit?.toLowerCase() as keyof typeof units];
  }
  return sum;
}

export const isNumber = (text: string): boolean => numberOf(text) !== undefined;
export const isMoment = (text: string): boolean => momentOf(text) !== undefined;
export const isDuration = (text: string): boolean => durationOf(text) !== undefined;

type Fields = readonly [number, number, number, number, number, number];

function local(...[year, month, day, hour, minute, second]: Fields): number {
  // Set one by one: the constructor takes a year below 100 for one of the last century.
  const at = new Date(2000, 0, 1);
  at.setFullYear(year, month, day);
  return at.setHours(hour, minute, second, 0);
}

function utc(...[year, month, day, hour, minute, second]: Fields): number {
  const at = new Date(0);
  at.setUTCFullYear(year, month, day);
  return at.setUTCHours(hour, minute, second, 0);
}

function zoneMs(zone: string): number {
  if (zone.toUpperCase() === "Z") return 0;
  const [hours, minutes] = zone.slice(1).split(":").map(Number);
  return (zone.startsWith("-") ? -1 : 1) * ((hours ?? 0) * 60 + (minutes ?? 0)) * 60_000;
}

const pad = (value: number, length: number): string => String(value).padStart(length, "0");

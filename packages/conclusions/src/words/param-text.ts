import { formatParam } from "../format/format-param.ts";

const longest = 40;
/** They are not seen, and turn round whatever sentence follows. */
const directionMarks = /[\u202A-\u202E\u2066-\u2069]/g;

/** A param's value as people read it: numbers without the dust of binary arithmetic, long texts cut. */
export function paramText(value: unknown): string {
  const text = plain(value).replaceAll(directionMarks, "");
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** `units 64 instead of 32`: what the second of two runs has in place of the first one's. */
export function instead(path: string, a: unknown, b: unknown): string {
  const [inA, inB] = [paramText(a), paramText(b)];
  if (inA !== inB) return `${path} ${inB} instead of ${inA}`;
  // 32 and "32", or two texts that differ where they are cut.
  return typeof a === typeof b
    ? `another ${path}`
    : `${path} ${JSON.stringify(b)} instead of ${JSON.stringify(a)}`;
}

function plain(value: unknown): string {
  if (typeof value === "number") return formatParam(value);
  return typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
}

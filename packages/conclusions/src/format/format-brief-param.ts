import { formatParam } from "./format-param.ts";

const DIGITS = 4;

/**
 * A number that somebody set, where little room is: a sampled rate with four digits. Whole numbers keep all of theirs.
 *
 * @example
 * formatBriefParam(0.0031622776601683794); // "0.003162"
 * formatBriefParam(1234567); // "1234567"
 */
export function formatBriefParam(value: number): string {
  return formatParam(Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS)));
}

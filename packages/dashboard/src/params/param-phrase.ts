/** A param and its value in a few words. A count reads better before its noun: "128 units", not "units 128". */
export function paramPhrase(label: string, value: string): string {
  return /^(units|layers|filters|heads|neurons|epochs|blocks|trees|steps)$/i.test(label)
    ? `${value} ${label}`
    : `${label} ${value}`;
}

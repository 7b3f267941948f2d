/** PostgreSQL has no text with a NUL in it. This is no character, and stands for one. */
const mark = "\uFDD0";

/** A text as PostgreSQL can keep it. */
export function withoutNul(text: string): string {
  return text.replaceAll(/[\0\uFDD0]/g, (one) => mark + (one === "\0" ? "0" : mark));
}

/** The text of which `withoutNul` made this. */
export function withNul(kept: string): string {
  if (!kept.includes(mark)) return kept;
  return kept.replaceAll(/\uFDD0([0\uFDD0])/g, (_all, one: string) => (one === "0" ? "\0" : one));
}

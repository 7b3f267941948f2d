/**
 * JSON for other programs. It has no word for numbers that are not finite: they become "NaN", "Infinity" and "-Infinity". What would steer
 * a terminal is written as `\u009b`, which a program reads as the same text.
 */
export function toJson(value: unknown): string {
  const text = JSON.stringify(
    value,
    (_key, each: unknown) =>
      typeof each === "number" && !Number.isFinite(each) ? String(each) : each,
    2,
  );
  return `${escapeSteering(text)}\n`;
}

/** JSON that steers no terminal, and means the same. */
export function escapeSteering(json: string): string {
  return json.replace(unprintable, escaped);
}

/** Those that JSON leaves as they are. */
const unprintable = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/**
 * A text to sort by as people count: `trial 2` stands before `trial 10`, `lr 1e-4` before `lr 0.01`, whatever the case of letters and their
 * accents. Keys are compared as they are; different texts may have one key (`a1`, `A01`).
 */
export function naturalKey(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(ACCENTS, "")
    .toLowerCase()
    .replaceAll(NUMBERS, (_all, digits: string, power: string | undefined) => {
      const parts = digits.split(".");
      // More than one point are of a version, not of a decimal number.
      if (parts.length > 2) return parts.map((part) => numberKey(part)).join(".");
      return decimalKey(parts[0] ?? "", parts[1] ?? "", Number(power ?? 0));
    });
}

const ACCENTS = /[\u0300-\u036f]/g;
/** `10`, `0.01`, `1.2.10`, `3e-4`. What looks like a positive power is more often a part of an id. */
const NUMBERS = /(\d+(?:\.\d+)*)(?:e-(\d{1,2})(?![\d.]))?/g;
/** Sorts before everything that may go on. */
const END = "\u0001";

/** As many digits behind the point as `power` says come from before it. */
function decimalKey(whole: string, fraction: string, power: number): string {
  const digits = whole.padStart(power + 1, "0");
  const at = digits.length - power;
  return numberKey(digits.slice(0, at), digits.slice(at) + fraction);
}

/** The count of digits first: more of them are a greater number. */
function numberKey(whole: string, fraction = ""): string {
  const digits = whole.replace(/^0+/, "");
  const count = "9".repeat(Math.floor(digits.length / 9)) + (digits.length % 9);
  return count + digits + fraction.replace(/0+$/, "") + END;
}

import { differenceLine, type PlainLine } from "./difference-line.ts";

/** A place from which on another line is above. */
export interface Crossing {
  readonly x: number;
  /** Which one is above from there on. */
  readonly above: "a" | "b";
}

/** Where one line comes to lie above the other. To touch is not to cross. */
export function crossings(a: PlainLine, b: PlainLine): readonly Crossing[] {
  const { x, y } = differenceLine(a, b);
  const found: Crossing[] = [];
  let side = 0;
  for (const [i, difference] of y.entries()) {
    const now = Math.sign(difference);
    if (!now) continue;
    if (side !== 0 && now !== side) found.push({ x: x[i] ?? 0, above: now > 0 ? "b" : "a" });
    side = now;
  }
  return found;
}

import type { RunColor } from "@epochal/panel/charts";
import { oklch } from "./oklch.ts";

/** From few to much: away from the card, and from yellow-green over teal to violet. Lightness, chroma, hue at 0 and at 1. */
const ENDS = {
  light: { from: [0.64, 0.13, 115], to: [0.3, 0.15, 300] },
  dark: { from: [0.52, 0.13, 300], to: [0.93, 0.13, 115] },
} as const;

/**
 * The colour of a share from 0 to 1 on one scale, whose lightness always falls in light and always rises in dark. Shares beyond the
 * ends have the colour of the end.
 */
export function sequentialColor(share: number): RunColor {
  const at = Math.min(1, Math.max(0, share));
  return { light: onScale("light", at), dark: onScale("dark", at) };
}

function onScale(theme: keyof typeof ENDS, share: number): string {
  const { from, to } = ENDS[theme];
  const between = (a: number, b: number) => a + share * (b - a);
  const lightness = between(from[0], to[0]);
  const hue = between(from[2], to[2]);
  for (let chroma = between(from[1], to[1]); chroma > 0; chroma -= 0.01) {
    const hex = oklch(lightness, chroma, hue);
    if (hex !== undefined) return hex;
  }
  return oklch(lightness, 0, 0) ?? "#808080";
}

import { expect, test } from "vitest";
import { colorAt } from "./color-at.ts";
import { runPalette } from "./run-palette.ts";

test("each place has a colour of its own, and the palette starts again after its last one", () => {
  for (const [place, color] of runPalette.entries()) {
    expect(colorAt(place)).toBe(color);
    expect(colorAt(place + runPalette.length)).toBe(color);
  }
});

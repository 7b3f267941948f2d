import type { RunColor } from "@epochal/panel/charts";
import { colorDistance } from "../colors/color-distance.ts";
import { type ColorableRun, colorsOf } from "../colors/colors-of.ts";
import { grey } from "../colors/grey.ts";
import { runPalette } from "../colors/run-palette.ts";

/** Two lines that are compared all the time must not need a second look. */
const LEAST = 0.2;

/** The colours of two runs beside each other. The second gives up its own where it is much like the first one's. */
export function pairColors(a: ColorableRun, b: ColorableRun): readonly [RunColor, RunColor] {
  const colors = colorsOf([a, b]);
  const [first = grey, second = grey] = [a, b].map(({ id }) => colors.get(id));
  if (apart(first, second) >= LEAST) return [first, second];
  const farthest = runPalette.reduce((one, other) =>
    apart(first, other) > apart(first, one) ? other : one,
  );
  return [first, farthest];
}

/** In the theme in which they look more alike. */
const apart = (one: RunColor, other: RunColor) =>
  Math.min(colorDistance(one.light, other.light), colorDistance(one.dark, other.dark));

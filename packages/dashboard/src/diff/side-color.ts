import type { RunColor } from "@epochal/panel/charts";
import { colorsOf } from "../colors/colors-of.ts";
import { grey } from "../colors/grey.ts";

const colors = colorsOf(["A", "B"].map((id, startedAt) => ({ id, startedAt })));

/** The colour of a group, which is on one of two sides and has no id. */
export function sideColor(side: "A" | "B"): RunColor {
  return colors.get(side) ?? grey;
}

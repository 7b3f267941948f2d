import type { RunColor } from "@epochal/panel/charts";

/** The lines of runs that have no colour of their own, and of values that are missing. */
export const grey: RunColor = { light: "#868e9a", dark: "#6b7686" };

"use client";
import { onTheme, shownTheme, type Theme } from "@epochal/panel/charts";
import { useSyncExternalStore } from "react";

/** The theme the page is shown in: a canvas cannot follow CSS by itself. */
export function useTheme(): Theme {
  return useSyncExternalStore(onTheme, shownTheme, () => "light");
}

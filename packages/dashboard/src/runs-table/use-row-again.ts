"use client";
import { useEffect, useEffectEvent, useLayoutEffect } from "react";

/** The row that had the keyboard when its table went away. */
let left: string | undefined;

/** Whoever left a row by keyboard stands on it again when Back brings its table. @param ids of the rows, in the order they stand */
export function useRowAgain(ids: readonly string[], step: (index: number) => void): void {
  useLayoutEffect(
    () => () => {
      const link = document.activeElement?.closest<HTMLElement>("[data-run-link]:focus-visible");
      if (link) left = link.dataset.runLink;
    },
    [],
  );
  const again = useEffectEvent(() => {
    const index = left === undefined ? -1 : ids.indexOf(left);
    if (index < 0) return;
    left = undefined;
    if (document.activeElement === document.body) step(index);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row may come later than its table
  useEffect(() => again(), [ids]);
}

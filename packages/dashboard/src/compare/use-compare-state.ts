"use client";
import { useQueryStates } from "nuqs";
import { useCallback } from "react";
import { compareParams } from "./search-params.ts";
import { toggled } from "./visibility.ts";

/** The state of the page, which is its URL. */
export function useCompareState() {
  const [state, setState] = useQueryStates(compareParams, { history: "replace", scroll: false });
  const set = useCallback(
    (change: Parameters<typeof setState>[0]) => {
      setState(change).catch(() => undefined);
    },
    [setState],
  );
  const toggle = useCallback(
    (id: string) =>
      set((old) => {
        const { hide, only } = toggled(old, id);
        return { hide: [...hide], only: [...only] };
      }),
    [set],
  );
  return { state, set, toggle };
}

"use client";
import { useCallback } from "react";
import { useAddressState } from "../ui/use-address-state.ts";
import { type CompareState, compareParams } from "./search-params.ts";
import { toggled } from "./visibility.ts";

/** Some of the state; null stands for the default. */
export type StateChange = {
  readonly [Name in keyof CompareState]?: CompareState[Name] | null;
};

/** The state of the page, which is its URL. A change of view is a step of the browser's history; what somebody types is not. */
export function useCompareState() {
  const [state, setState] = useAddressState(compareParams);
  const set = useCallback(
    (change: StateChange) => {
      setState(change).catch(() => undefined);
    },
    [setState],
  );
  /** While somebody types: the address follows, and Back does not go through the letters. */
  const type = useCallback(
    (change: StateChange) => {
      setState(change, { history: "replace" }).catch(() => undefined);
    },
    [setState],
  );
  const toggle = useCallback(
    (id: string) => {
      setState((old) => {
        const { hide, only } = toggled(old, id);
        return { hide: [...hide], only: [...only] };
      }).catch(() => undefined);
    },
    [setState],
  );
  return { state, set, type, toggle };
}

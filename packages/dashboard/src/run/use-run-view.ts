"use client";
import { useCallback } from "react";
import type { CardsState, SetCards } from "../cards/cards-state.ts";
import { compareParams } from "../compare/search-params.ts";
import { useAddressState } from "../ui/use-address-state.ts";

const { x, y, split, smooth, zoom } = compareParams;
const params = { x, y, split, smooth, zoom };

interface RunView {
  readonly state: CardsState;
  /** A step of the history. */
  readonly set: SetCards;
  /** While a person drags: no step of the history. */
  readonly drag: SetCards;
}

/** How the charts of a run are shown, which is a part of the page's address: the same words as on the compare page. */
export function useRunView(): RunView {
  const [state, setState] = useAddressState(params);
  const set = useCallback<SetCards>(
    ({ card: _card, base: _base, ...change }) => {
      setState(change).catch(() => undefined);
    },
    [setState],
  );
  const drag = useCallback<SetCards>(
    ({ card: _card, base: _base, ...change }) => {
      setState(change, { history: "replace" }).catch(() => undefined);
    },
    [setState],
  );
  return { state: { ...state, card: null, base: null }, set, drag };
}

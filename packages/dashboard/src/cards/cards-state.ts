import type { Splits, XAxis, YScale } from "@epochal/panel/charts";

/** What of the page's address the cards follow. */
export interface CardsState {
  readonly x: XAxis;
  readonly y: YScale;
  readonly split: Splits;
  /** How strongly curves are smoothed, from 0 to below 1. */
  readonly smooth: number;
  readonly zoom: { readonly from: number; readonly to: number } | null;
  /** The card that fills the screen. */
  readonly card: string | null;
  /** The run that others are compared with. */
  readonly base: string | null;
}

/** Changes some of it; null stands for the default. */
export type SetCards = (
  change: {
    readonly [Name in keyof CardsState]?: CardsState[Name] | null;
  },
) => void;

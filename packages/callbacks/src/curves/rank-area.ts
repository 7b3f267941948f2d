import type { RankPairs } from "./rank-pairs.ts";

export interface RankArea {
  /** The area under the ROC curve; 0 without both classes. */
  readonly area: number;
  /** The share of pairs of a positive and a negative sample with equal scores. */
  readonly tied: number;
}

/**
 * The share of pairs of a positive and a negative sample in which the positive one has the higher score, ties counting
 * half: the exact area under the ROC curve.
 *
 * (Hanley and McNeil 1982, "The meaning and use of the area under a receiver operating characteristic (ROC) curve".)
 */
export function rankArea({ all, won, tied }: RankPairs): RankArea {
  return all === 0 ? { area: 0, tied: 0 } : { area: (won + tied / 2) / all, tied: tied / all };
}

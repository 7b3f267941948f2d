import type { Accumulator } from "../state/accumulator.ts";
import type { CountsAtScores } from "./counts-at-every-score.ts";

/** Something that takes scores one by one and knows the area under their curve. NaN is neither a score nor a weight. */
export interface CurveArea extends Accumulator {
  /** Whether a positive sample was among the scores, and a negative one, of a weight other than 0. */
  readonly hasPositives: boolean;
  readonly hasNegatives: boolean;
  add(isPositive: boolean, score: number, weight: number): void;
  area(): number;
  /** The counts the curve goes through. */
  counts(): CountsAtScores;
  /** How far the area may be from the exact one; 0 where it is exact, NaN where it is not known. */
  errorBound(): number;
}

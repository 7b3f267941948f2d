import { optionRules } from "../options/option-rules.ts";
import { scheduleOptions } from "./schedule-options.ts";

export interface OneCycleArgs {
  /** The highest rate. */
  readonly maxLearningRate: number;
  /** How many steps the training has. */
  readonly totalSteps: number;
  /**
   * The share of the steps in which the rate rises. In (0, 1).
   *
   * @default 0.3
   */
  readonly rise?: number;
  /**
   * The highest rate divided by the first one.
   *
   * @default 25
   */
  readonly divFactor?: number;
  /**
   * The first rate divided by the last one.
   *
   * @default 10000
   */
  readonly finalDivFactor?: number;
}

const { positive, share, atLeastOne } = optionRules;
const rules = {
  maxLearningRate: positive,
  totalSteps: atLeastOne,
  rise: share,
  divFactor: positive,
  finalDivFactor: positive,
};

/**
 * A learning rate that rises once and then falls far below its first value.
 *
 * From `maxLearningRate / divFactor` up to `maxLearningRate` in the first `rise` of the steps, then down to
 * `maxLearningRate / divFactor / finalDivFactor` at step `totalSteps − 1`, both along half a cosine. The same numbers as
 * PyTorch's `OneCycleLR`. (Smith and Topin 2018, "Super-convergence".)
 *
 * @throws TypeError or RangeError when an option is unknown, missing or out of range
 * @example
 * ```ts
 * const cycle = oneCycle({ maxLearningRate: 1, totalSteps: 11, rise: 0.5, divFactor: 10 });
 * [cycle(0), cycle(4.5), cycle(10)]; // [0.1, 1, 0.00001]
 * ```
 */
export function oneCycle(args: OneCycleArgs): (step: number) => number {
  const options = scheduleOptions("oneCycle", args, rules, ["maxLearningRate", "totalSteps"]);
  const {
    maxLearningRate,
    totalSteps,
    rise = 0.3,
    divFactor = 25,
    finalDivFactor = 10_000,
  } = options;
  const first = maxLearningRate / divFactor;
  const top = rise * totalSteps - 1;
  return (step) => {
    const at = Math.min(step, totalSteps - 1);
    if (at <= top) return between(first, maxLearningRate, top === 0 ? 1 : at / top);
    return between(maxLearningRate, first / finalDivFactor, (at - top) / (totalSteps - 1 - top));
  };
}

/** Along half a cosine from `from` to `to`. */
function between(from: number, to: number, done: number): number {
  return to + ((from - to) * (1 + Math.cos(Math.PI * done))) / 2;
}

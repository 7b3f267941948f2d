import { optionRules } from "../options/option-rules.ts";
import { scheduleOptions } from "./schedule-options.ts";

export interface ExponentialDecayArgs {
  /** The rate of step 0. Above 0. */
  readonly initialLearningRate: number;
  /** The number of steps after which the rate is `decayRate` times as high. */
  readonly decaySteps: number;
  /** The factor by which the rate changes in `decaySteps` steps. Above 0. */
  readonly decayRate: number;
  /**
   * Whether the rate changes once every `decaySteps` steps, and not in every step.
   *
   * @default false
   */
  readonly staircase?: boolean;
}

const { positive, flag } = optionRules;
const rules = {
  initialLearningRate: positive,
  decaySteps: positive,
  decayRate: positive,
  staircase: flag,
};

/**
 * A learning rate that falls by the same factor in the same time: `initialLearningRate · decayRate^(step / decaySteps)`.
 *
 * With `staircase` the exponent is cut to a whole number, which makes it a step decay. As `ExponentialDecay` of Keras 3.16.
 *
 * @throws TypeError or RangeError when an option is unknown, missing or out of range
 * @example
 * ```ts
 * const halved = exponentialDecay({ initialLearningRate: 0.1, decaySteps: 10, decayRate: 0.5, staircase: true });
 * [halved(0), halved(9), halved(10), halved(20)]; // [0.1, 0.1, 0.05, 0.025]
 * ```
 */
export function exponentialDecay(args: ExponentialDecayArgs): (step: number) => number {
  const options = scheduleOptions("exponentialDecay", args, rules, [
    "initialLearningRate",
    "decaySteps",
    "decayRate",
  ]);
  const { initialLearningRate, decaySteps, decayRate, staircase = false } = options;
  return (step) => {
    const times = step / decaySteps;
    return initialLearningRate * decayRate ** (staircase ? Math.floor(times) : times);
  };
}

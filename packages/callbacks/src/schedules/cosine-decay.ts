import { optionRules } from "../options/option-rules.ts";
import { scheduleOptions } from "./schedule-options.ts";

export interface CosineDecayArgs {
  /** The rate of step 0. A warm-up begins with it. */
  readonly initialLearningRate: number;
  /** The number of steps, after the warm-up, over which the rate falls. */
  readonly decaySteps: number;
  /**
   * The rate at the end, as a share of the highest rate.
   *
   * @default 0
   */
  readonly alpha?: number;
  /**
   * The rate at the end of the warm-up.
   *
   * @default absent: no warm-up
   */
  readonly warmupTarget?: number;
  /**
   * The number of steps over which the rate first rises linearly. Needs `warmupTarget`.
   *
   * @default 0
   */
  readonly warmupSteps?: number;
}

const { notNegative, positive } = optionRules;
const rules = {
  initialLearningRate: notNegative,
  decaySteps: positive,
  alpha: notNegative,
  warmupTarget: positive,
  warmupSteps: notNegative,
};

/**
 * A learning rate that falls along half a cosine, after a warm-up if there is one.
 *
 * `rate · ((1 − alpha) · (1 + cos(π · min(step, decaySteps) / decaySteps)) / 2 + alpha)`. In the warm-up
 * `initialLearningRate + (warmupTarget − initialLearningRate) · step / warmupSteps`; then `rate` is `warmupTarget` and steps
 * count from its end. As `CosineDecay` of Keras 3.16. (Loshchilov and Hutter 2016, "SGDR".)
 *
 * @throws TypeError or RangeError when an option is unknown, missing or out of range
 * @example
 * ```ts
 * const cosine = cosineDecay({ initialLearningRate: 0, warmupTarget: 0.1, warmupSteps: 5, decaySteps: 10 });
 * [cosine(0), cosine(5), cosine(10), cosine(15)]; // [0, 0.1, 0.05, 0]
 * ```
 */
export function cosineDecay(args: CosineDecayArgs): (step: number) => number {
  const options = scheduleOptions("cosineDecay", args, rules, [
    "initialLearningRate",
    "decaySteps",
  ]);
  const { initialLearningRate, decaySteps, alpha = 0, warmupTarget, warmupSteps = 0 } = options;
  if (warmupSteps > 0 && warmupTarget === undefined) {
    throw new TypeError(
      `cosineDecay: warmupSteps needs warmupTarget. Received: warmupSteps ${warmupSteps} alone`,
    );
  }
  const rate = warmupTarget ?? initialLearningRate;
  const warmup = warmupTarget === undefined ? 0 : warmupSteps;
  return (step) => {
    if (step < warmup) return initialLearningRate + ((rate - initialLearningRate) * step) / warmup;
    const done = Math.min(step - warmup, decaySteps) / decaySteps;
    return rate * (((1 - alpha) * (1 + Math.cos(Math.PI * done))) / 2 + alpha);
  };
}

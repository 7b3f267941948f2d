import { scheduleOptions } from "./schedule-options.ts";

export interface StepDecayArgs {
  /** The steps at which the next value begins, ascending. */
  readonly boundaries: readonly number[];
  /** The rates, one more than the boundaries. */
  readonly values: readonly number[];
}

const list = (words: string, holds: (each: number, i: number, all: number[]) => boolean) => ({
  words,
  Kind: RangeError,
  holds: (value: unknown) => Array.isArray(value) && value.length > 0 && value.every(holds),
});
const rules = {
  boundaries: list(
    "a list of ascending numbers",
    (each, i, all) => Number.isFinite(each) && (i === 0 || each > (all[i - 1] ?? 0)),
  ),
  values: list(
    "a list of finite numbers of 0 or more",
    (each) => Number.isFinite(each) && each >= 0,
  ),
};

/**
 * A learning rate that is constant between boundaries.
 *
 * `values[0]` before `boundaries[0]`, `values[i]` from `boundaries[i − 1]` on. As `PiecewiseConstantDecay` of Keras 3.16, whose
 * boundaries belong to the value before them.
 *
 * @throws TypeError or RangeError when an option is unknown, missing or out of range, or there are not one more values
 * @example
 * ```ts
 * const steps = stepDecay({ boundaries: [10, 20], values: [0.1, 0.01, 0.001] });
 * [steps(0), steps(9), steps(10), steps(25)]; // [0.1, 0.1, 0.01, 0.001]
 * ```
 */
export function stepDecay(args: StepDecayArgs): (step: number) => number {
  const options = scheduleOptions("stepDecay", args, rules, ["boundaries", "values"]);
  const { boundaries, values } = options;
  if (values.length !== boundaries.length + 1) {
    throw new RangeError(
      `stepDecay: values must have one entry more than the ${boundaries.length} boundaries. Received: ${values.length}`,
    );
  }
  return (step) => {
    const passed = boundaries.filter((boundary) => step >= boundary).length;
    return values[passed] ?? Number.NaN;
  };
}

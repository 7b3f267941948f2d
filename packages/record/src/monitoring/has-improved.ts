/** When a monitored value counts as better than another. */
export interface ImprovementRule {
  readonly direction: "max" | "min";
  /** What an improvement has to exceed. At least 0. */
  readonly minDelta: number;
}

/**
 * Whether `value` improves on `reference` by more than `minDelta`.
 *
 * A value that is not finite never improves on anything; every finite one improves on nothing at all (`undefined`). The
 * comparison is Keras 3.16's: an improvement of exactly `minDelta` is none.
 */
export function hasImproved(
  { direction, minDelta }: ImprovementRule,
  value: number,
  reference: number | undefined,
): boolean {
  if (!Number.isFinite(value)) {
    return false;
  }
  if (reference === undefined) {
    return true;
  }
  return direction === "max" ? value - minDelta > reference : value + minDelta < reference;
}

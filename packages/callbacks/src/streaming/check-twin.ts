import type { AnyMetric } from "../any-metric/any-metric.ts";

/**
 * Throws when a copy of a metric is not what the metric is.
 *
 * A subclass that does not pass its options to `super` would be copied with defaults, and nothing else would show that.
 */
export function checkTwin(metric: AnyMetric): void {
  const twin = metric.clone();
  for (const [key, value] of Object.entries(metric)) {
    const copied: unknown = Reflect.get(twin, key);
    const isPlain = value === null || !["object", "function"].includes(typeof value);
    if (isPlain && !Object.is(value, copied)) {
      throw new TypeError(
        `${metric.constructor.name}: a copy of ${metric.name} has ${key} ${String(copied)}, the metric itself has ` +
          `${String(value)}. Pass the constructor's whole options object to super(args, defaults); if ${key} is state, ` +
          "keep it in a #private field.",
      );
    }
  }
}

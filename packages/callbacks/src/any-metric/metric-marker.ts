/** Marks a metric for every copy of this package that one program may hold: `instanceof` knows only its own. */
export const metricMarker: unique symbol = Symbol.for("epochal.metric") as never;

/**
 * Marks the metrics whose `updateState()` only counts, so that it can be tried on labels before there are predictions. Its
 * value is that method: a subclass with another one is not marked.
 */
export const triesLabels: unique symbol = Symbol.for("epochal.triesLabels") as never;

/** Marks a metric that takes values in place of labels and predictions, and so cannot be given to `compile()`. */
export const valuesMarker: unique symbol = Symbol.for("epochal.values") as never;

/** Marks a metric for every copy of this package that one program may hold: `instanceof` knows only its own. */
export const metricMarker: unique symbol = Symbol.for("epochal.metric") as never;

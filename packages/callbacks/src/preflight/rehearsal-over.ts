/** Marks the error that ends a rehearsal of a fit, for every copy of this package: nothing went wrong. */
export const rehearsalOver: unique symbol = Symbol.for("epochal.rehearsalOver") as never;

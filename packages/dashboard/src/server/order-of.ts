import "server-only";
import type { DirectedOrder, RunOrder } from "@epochal/store";

/** `best:val_auc desc` as an order of the store. Without a direction, the best or the newest come first. */
export function orderOf(text: string): DirectedOrder {
  const [, by = text, direction] = /^(.*?)(?: (asc|desc))?$/s.exec(text) ?? [];
  return {
    by: by as RunOrder,
    ...(direction !== undefined && { descending: direction === "desc" }),
  };
}

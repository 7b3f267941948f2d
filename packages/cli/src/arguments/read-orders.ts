import type { RunOrder } from "@epochal/store";
import { CommandError } from "./command-error.ts";

const PROPERTIES: readonly RunOrder[] = ["started", "name", "duration", "status"];

interface ReadOrders {
  readonly order: readonly RunOrder[];
  /** The first metric that is sorted by. */
  readonly key?: string;
}

/**
 * Reads `--sort`: properties of the run and values of metrics and params, the first counts most.
 *
 * @throws CommandError where one is none of them
 */
export function readOrders(sort: string): ReadOrders {
  const order = sort.split(",").map((each) => readOrder(sort, each.trim()));
  const key = order
    .map((each) => /^(?:best|last|kept|min|max):(.+)$/.exec(each)?.[1])
    .find((each) => each !== undefined);
  return { order, ...(key !== undefined && { key }) };
}

function readOrder(sort: string, text: string): RunOrder {
  const property = PROPERTIES.find((name) => name === text);
  if (property !== undefined) return property;
  if (/^(?:best|last|kept|min|max|param):./.test(text)) return text as RunOrder;
  throw new CommandError(
    `--sort ${sort}: it must be of started, name, duration, status, best:KEY, last:KEY, kept:KEY, min:KEY, max:KEY and param:PATH, such as best:val_auc,started.`,
    2,
  );
}

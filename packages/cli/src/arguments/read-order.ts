import type { RunOrder } from "@epochal/store";
import { CommandError } from "./command-error.ts";

const PROPERTIES: readonly RunOrder[] = ["started", "name", "duration"];

/**
 * Reads `--sort`: a property of the run, or one value of a metric.
 *
 * @throws CommandError where it is neither
 */
export function readOrder(sort: string): { readonly order: RunOrder; readonly key?: string } {
  const property = PROPERTIES.find((name) => name === sort);
  if (property !== undefined) return { order: property };
  const [, which, key] = /^(best|last|kept):(.+)$/.exec(sort) ?? [];
  if (which !== undefined && key !== undefined)
    return { order: `${which as "best" | "last" | "kept"}:${key}`, key };
  throw new CommandError(
    `--sort ${sort}: it must be started, name, duration, best:KEY, last:KEY or kept:KEY, such as best:val_auc.`,
    2,
  );
}

import type { History } from "@tensorflow/tfjs";
import { checkUnclaimed } from "../arranging/claim-callbacks.ts";
import { listCallbacks } from "../arranging/list-callbacks.ts";
import { FitProgress } from "../callbacks/fit-progress.ts";
import { ProgbarLogger } from "../callbacks/progbar-logger.ts";
import { Interruption } from "../host/interruption.ts";
import type { AnyCallback } from "./fit-args.ts";

export interface RunFitArgs {
  readonly seed: number | undefined;
  readonly callbacks: AnyCallback | readonly AnyCallback[] | undefined;
  readonly verbose: unknown;
}

/**
 * What our fits do around the stock one: the first callback, which knows where training is, a progress bar, and an end that
 * is told to every callback whatever ends it, Ctrl-C included.
 */
export async function runFit(
  { seed, callbacks = [], verbose }: RunFitArgs,
  train: (callbacks: readonly object[], progress: FitProgress) => Promise<History>,
): Promise<History> {
  const interruption = new Interruption();
  const progress = new FitProgress(seed ?? Math.floor(Math.random() * 2 ** 32), interruption);
  const given = [callbacks].flat(Number.POSITIVE_INFINITY) as object[];
  // Before one of ours stands first: errors count as the user does.
  listCallbacks("fit", given, "auto");
  checkUnclaimed("fit", given);
  const hasBar = given.some((callback) => callback instanceof ProgbarLogger);
  const level =
    verbose === undefined || verbose === true || verbose === "auto" ? 1 : Number(verbose);
  const bar = hasBar || level === 0 ? [] : [new ProgbarLogger({ verbose: level as 1 | 2 })];
  progress.told.verbose = level;
  interruption.begin();
  try {
    const history = await train([progress, ...given, ...bar], progress);
    await interruption.listen();
    progress.checkInterruption();
    return history;
  } finally {
    interruption.end();
  }
}

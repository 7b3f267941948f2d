import type { RunFacets } from "@epochal/store";
import { shortLabels } from "./short-labels.ts";

/** A param on which runs differ. */
export interface DifferingParam {
  /** Where it is in the config: `optimizer.learningRate`. */
  readonly path: string;
  /** As it is called in the head of a column: `lr`. */
  readonly label: string;
}

/** The params that are not the same in all of these runs. */
export function differingParams({
  params,
  total,
}: Pick<RunFacets, "params" | "total">): readonly DifferingParam[] {
  const paths = params
    .filter(({ distinct, runs }) => distinct > 1 || runs < total)
    .map(({ path }) => path);
  const labels = shortLabels(paths);
  return paths.map((path) => ({ path, label: labels.get(path) ?? path }));
}

import "server-only";
import { isSeed } from "@epochal/conclusions";
import { flattenConfig } from "@epochal/record";
import type { ListedRun } from "@epochal/store";

/** Whether these runs, of which there are several, differ in their seeds alone. */
export function areRepeated(runs: readonly Pick<ListedRun, "config">[]): boolean {
  const configs = runs.map(({ config }) =>
    JSON.stringify(
      flattenConfig(config)
        .filter(({ path, value }) => !isSeed({ path, value: JSON.parse(value) as unknown }))
        .map(({ path, value }) => [path, value])
        .sort(),
    ),
  );
  return runs.length > 1 && new Set(configs).size === 1;
}

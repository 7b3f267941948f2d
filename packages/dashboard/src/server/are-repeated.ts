import "server-only";
import { isSeed } from "@epochal/conclusions";
import type { RunFacets } from "@epochal/store";

/** Whether runs, of which there are several, differ in their seeds alone. @param facets what they have */
export function areRepeated({ params, total }: Pick<RunFacets, "params" | "total">): boolean {
  const isSame = params.every(
    ({ path, values, distinct, runs }) =>
      (distinct === 1 && runs === total) || isSeed({ path, value: values[0]?.value }),
  );
  return total > 1 && isSame;
}

import type { DifferingParam } from "../params/differing-params.ts";

const MOST_COLUMNS = 12;

/** The columns of params that the table has until a person chooses. */
export function paramColumns(params: readonly DifferingParam[]): readonly string[] {
  return params.slice(0, MOST_COLUMNS).map(({ path }) => `param:${path}`);
}

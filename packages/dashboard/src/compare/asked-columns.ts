import type { DifferingParam } from "../params/differing-params.ts";
import { isColorable } from "../runs-table/is-colorable.ts";

const MOST_COLUMNS = 12;
const ASKED = /^(best|last|kept|min|max|param|tag|fact|card):/;

export interface AskedColumnsArgs {
  /** Ids of the columns that a person chose; undefined where nobody did. */
  readonly chosen?: readonly string[] | undefined;
  readonly params: readonly DifferingParam[];
  /** What colours are of, instead of runs. */
  readonly color: string | null;
}

/** The cells that the server is asked for: those of the columns that are shown, and what colours are of. */
export function askedColumns({ chosen, params, color }: AskedColumnsArgs): readonly string[] {
  const usual = params.slice(0, MOST_COLUMNS).map(({ path }) => `param:${path}`);
  const shown = chosen?.filter((id) => ASKED.test(id)) ?? usual;
  return color !== null && isColorable(color) && ASKED.test(color)
    ? [...new Set([...shown, color])]
    : shown;
}

/** The cells of the runs that are drawn: those that the table has until a person chooses, and then what each run was best at. */
export function drawnColumns(
  usual: readonly string[],
  bests: readonly string[],
): readonly string[] {
  return [...usual, ...bests.map((key) => `best:${key}`)];
}

import "server-only";
import type { GroupSummary, RunFilter, Store } from "@epochal/store";
import { CellReader } from "./cell-reader.ts";
import { isFigure } from "./group-figures.ts";

/** The texts of so many runs are looked at, the newest first. */
const MOST_RUNS = 20_000;

interface TextsArgs {
  readonly open: Store;
  readonly filter: RunFilter;
  readonly groups: readonly Pick<GroupSummary, "runs">[];
  readonly columns: readonly string[];
}

/** What is the same in all runs of each group, of columns that are no figures: tags, facts, cards. @throws RangeError for a column of another kind */
export async function groupTexts(args: TextsArgs): Promise<readonly Record<string, string>[]> {
  const { open, filter, groups } = args;
  const columns = args.columns.filter((column) => !isFigure(column));
  const cells = new CellReader(open, columns);
  if (columns.length === 0) return groups.map(() => ({}));
  const { runs } = await open.listRuns({ ...filter, limit: MOST_RUNS, with: { config: true } });
  const texts = new Map<string, readonly (string | undefined)[]>();
  for (const run of runs) {
    const own = await cells.of({ ...run, series: [] });
    texts.set(
      run.id,
      own.map((cell) => (cell && "text" in cell ? cell.text : undefined)),
    );
  }
  return groups.map((group) => {
    const shared = columns.flatMap((column, place) => {
      const [text, ...others] = new Set(group.runs.map((id) => texts.get(id)?.[place]));
      return text === undefined || others.length > 0 ? [] : [[column, text] as const];
    });
    return Object.fromEntries(shared);
  });
}

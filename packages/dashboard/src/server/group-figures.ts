import "server-only";
import { describeSample } from "@epochal/conclusions";
import type { ListedRuns } from "@epochal/store";
import type { Cell } from "../wire/answers.ts";
import type { GroupSpread } from "../wire/asked-parts.ts";
import type { GroupRow, GroupValue } from "../wire/groups-answer.ts";
import type { CellReader } from "./cell-reader.ts";
import { judgedOf } from "./judged-of.ts";

type Listed = ListedRuns["runs"][number];

interface FigureParts {
  /** Reads `columns`. */
  readonly cells: CellReader;
  readonly columns: readonly string[];
  /** The key of the series that runs are judged by. */
  readonly metric: string;
  readonly spread: GroupSpread;
}

export interface GroupFigures extends Pick<GroupRow, "values" | "shared"> {
  /** The best value of each run that has a finite one; its last one where neither way is better. */
  readonly best: readonly number[];
}

/** The finite numbers of the runs of a group as mean and spread, and the texts that are the same in all of them. */
export async function groupFigures(
  runs: readonly Listed[],
  { cells, columns, metric, spread }: FigureParts,
): Promise<GroupFigures> {
  const numbers = new Map<string, number[]>();
  const texts = new Map<string, Set<string | undefined>>();
  const add = (name: string, value: number | undefined) => {
    const known = numbers.get(name) ?? [];
    numbers.set(name, known);
    if (value !== undefined && Number.isFinite(value)) known.push(value);
  };
  for (const run of runs) {
    const judged = judgedOf(
      run.series.find(({ key }) => key === metric),
      undefined,
    );
    // Where neither way is better, there is no best value: the last one counts.
    add("best", (judged?.best ?? judged?.last)?.value);
    add("last", judged?.last?.value);
    add("kept", judged?.kept?.value);
    add("regret", judged?.regret);
    add("duration", run.durationMs);
    for (const [place, cell] of (await cells.of(run)).entries()) {
      const name = columns[place] ?? "";
      add(name, numberIn(cell));
      const text = cell && "text" in cell ? cell.text : undefined;
      texts.set(name, (texts.get(name) ?? new Set()).add(text));
    }
  }
  const shared: Record<string, string> = {};
  for (const [name, those] of texts) {
    const [text] = those;
    if (those.size === 1 && text !== undefined) shared[name] = text;
  }
  const values = [...numbers].flatMap(([name, found]) => {
    const value = summaryOf(found, spread);
    return value === undefined ? [] : [[name, value] as const];
  });
  return { values: Object.fromEntries(values), shared, best: numbers.get("best") ?? [] };
}

function numberIn(cell: Cell | null): number | undefined {
  if (cell === null) return undefined;
  return "value" in cell ? cell.value : cell.number;
}

function summaryOf(values: readonly number[], spread: GroupSpread): GroupValue | undefined {
  const sample = describeSample(values);
  if (sample === undefined) return undefined;
  const { n, mean, sd, interval, quartiles, min, max } = sample;
  if (n === 1) return { mean, n };
  if (spread === "range") return { mean, n, reach: { low: min, high: max } };
  if (spread === "quartiles") return { mean, n, reach: quartiles };
  const half = spread === "sd" ? sd : interval && interval.high - mean;
  return { mean, n, ...(half !== undefined && { spread: half }) };
}

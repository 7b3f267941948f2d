import {
  type ChartRun,
  type ChartSeries,
  linePlaces,
  type Splits,
  showsSplit,
  type XAxis,
  type XRange,
} from "@epochal/panel/charts";

export interface ChartCsvArgs {
  readonly runs: readonly ChartRun[];
  readonly xAxis: XAxis;
  readonly splits: Splits;
  /** What is shown of the x axis. @default all of it */
  readonly range?: XRange | undefined;
}

type Cell = string | number;

/**
 * What a chart shows as CSV, a row for each value: as it was logged, with all its digits, and epochs from 0. What was not
 * finite is `NaN`, `Infinity` or `-Infinity`. The columns `low`, `high` and `n` are there where a value stands for several. The split is
 * empty for what is measured on none, and `earlier` for what an earlier segment of a resumed run logged and a later one went through again.
 */
export async function chartCsv({ runs, xAxis, splits, range }: ChartCsvArgs): Promise<string> {
  const series = runs.flatMap((run) => drawnSeries(run, splits));
  const isBanded = series.some(({ columns }) => columns.low);
  const heads = ["run", "name", "split", "step", "epoch", "time", "value"];
  const rows = series.flatMap(({ run, split, columns }) => {
    const places = linePlaces(run, columns, xAxis);
    return valuesOf(columns, [...places.values, ...places.nonFinite], isBanded)
      .filter(({ x }) => range === undefined || (x >= range.min && x <= range.max))
      .sort((a, b) => a.x - b.x)
      .map(({ cells }) => [run.id, run.label, split, ...cells]);
  });
  const { default: papaparse } = await import("papaparse");
  const table = [isBanded ? [...heads, "low", "high", "n"] : heads, ...rows];
  // A spreadsheet would run a name that begins like a formula.
  return `${papaparse.unparse(table, { newline: "\n", escapeFormulae: true })}\n`;
}

/** As the chart draws them: what an earlier segment logged only where all is shown. */
function drawnSeries(run: ChartRun, splits: Splits) {
  const earlier = splits === "both" ? (run.earlier ?? []) : [];
  const shown = (["train", "single", "validation"] as const).flatMap((split) => {
    const columns = run[split];
    const name = split === "single" ? "" : split;
    return columns && showsSplit(splits, split) ? [{ run, split: name, columns }] : [];
  });
  return [...earlier.map((columns) => ({ run, split: "earlier", columns })), ...shown];
}

function valuesOf(columns: ChartSeries, places: readonly number[], isBanded: boolean) {
  const { step, epoch, wallTime, value, low, high, n, nonFinite } = columns;
  const known = (number = Number.NaN): Cell => (Number.isNaN(number) ? "" : number);
  const rows = Array.from(value, (each, i): Cell[] => [
    known(step[i]),
    known(epoch[i]),
    moment(wallTime[i]),
    each,
    ...(isBanded ? [known(low?.[i]), known(high?.[i]), n?.[i] ?? 1] : []),
  ]);
  const broken = Array.from(nonFinite.value, (each, i): Cell[] => [
    known(nonFinite.step[i]),
    known(nonFinite.epoch[i]),
    "",
    each,
    ...(isBanded ? ["", "", 1] : []),
  ]);
  return [...rows, ...broken].map((cells, i) => ({ x: places[i] ?? 0, cells }));
}

function moment(at = Number.NaN): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString();
}

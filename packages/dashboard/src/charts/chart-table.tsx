"use client";
import { formatCount, formatValue } from "@epochal/conclusions";
import {
  type ChartPicture,
  type ChartRun,
  cursorPlaces,
  placeText,
  valueAt,
} from "@epochal/panel/charts";

interface ChartTableProps {
  readonly title: string;
  readonly picture: ChartPicture;
  readonly runs: readonly ChartRun[];
  /** What the values are, where they are not single ones as they were logged: "means". */
  readonly note: string | undefined;
}

const MOST_ROWS = 200;
const splits = { train: "training", validation: "validation", single: "", earlier: "earlier" };

/** The numbers of a chart: a row for each place, a column for each coloured line. */
export function ChartTable({ title, picture, runs, note }: ChartTableProps) {
  // What runs are judged by comes first.
  const lines = picture.lines
    .filter(({ context, split }) => !context && split !== "earlier")
    .sort((a, b) => Number(b.split === "validation") - Number(a.split === "validation"));
  const { min, max } = picture.x;
  // Marks, and places of grey lines, would be rows without a value.
  const places = cursorPlaces(lines).filter((place) => place >= min && place <= max);
  const every = Math.ceil(places.length / MOST_ROWS);
  const shown = places.filter((_, i) => i % every === 0 || i === places.length - 1);
  const names = new Map(runs.map(({ id, label }) => [id, label]));
  const captionOf = () => {
    const some = `${formatCount(shown.length)} of ${formatCount(places.length)} places`;
    return [...(note ? [note] : []), ...(every > 1 ? [`${some}, the CSV has more`] : [])].join(
      "; ",
    );
  };
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={`Numbers of ${title}`}
      className="mt-2 max-h-72 overflow-auto rounded-control border border-line"
    >
      <table className="w-full border-collapse text-small">
        {(every > 1 || note) && (
          <caption className="px-2 py-1 text-left text-muted">{captionOf()}</caption>
        )}
        <thead className="sticky top-0 bg-surface">
          <tr className="text-muted">
            <th scope="col" className="px-2 py-1 text-left font-normal">
              {picture.xAxis}
            </th>
            {lines.map(({ run, split }) => (
              <th
                key={`${split} ${run}`}
                scope="col"
                className="min-w-28 px-2 py-1 text-right align-bottom font-normal [overflow-wrap:anywhere]"
              >
                <span className="text-text">{names.get(run)}</span> {splits[split]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((x) => (
            <tr key={x} className="border-line border-t">
              <th
                scope="row"
                className="whitespace-nowrap px-2 py-0.5 text-left font-normal text-muted"
              >
                {placeText(x, picture.xAxis, picture.x)}
              </th>
              {lines.map((line) => {
                const value = valueAt(line, x, picture.xAxis);
                return (
                  <td key={`${line.split} ${line.run}`} className="px-2 py-0.5 text-right">
                    {value === undefined ? "" : formatValue(value)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

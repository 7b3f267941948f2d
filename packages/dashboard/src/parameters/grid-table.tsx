"use client";

import {
  counted,
  formatStretch,
  formatValue,
  type ParamLevel,
  paramText,
} from "@epochal/conclusions";
import { goodness, shadeOf } from "./metric-color.ts";
import type { ParametersData } from "./parameters-data.ts";

export interface GridTableProps {
  readonly grid: NonNullable<ParametersData["grid"]>;
  readonly title: string;
  readonly direction: "max" | "min" | undefined;
}

/** Two params, and the metric's mean and the number of runs for each pair of their values. */
export function GridTable({ grid, title, direction }: GridTableProps) {
  const { row, column, rows, columns, cells, left } = grid;
  const means = cells.flat().flatMap((cell) => (cell?.mean === undefined ? [] : [cell.mean]));
  const range = [Math.min(...means), Math.max(...means)] as const;
  return (
    <div className="overflow-x-auto">
      <table
        className="border-separate border-spacing-0.5"
        aria-label={`${title} by ${row} and ${column}`}
      >
        <thead className="text-muted text-small">
          <tr>
            <th className="whitespace-nowrap pr-3 text-left font-normal">
              {row} ↓ {column} →
            </th>
            {columns.map((level) => (
              <th key={levelText(level)} scope="col" className="whitespace-nowrap px-2 font-medium">
                {levelText(level)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((level, i) => (
            <tr key={levelText(level)}>
              <th scope="row" className="pr-3 text-left font-medium text-muted text-small">
                {levelText(level)}
              </th>
              {columns.map((other, j) => {
                const cell = cells[i]?.[j];
                const shade =
                  cell?.mean === undefined
                    ? undefined
                    : shadeOf(goodness(cell.mean, range, direction === "min"));
                return (
                  <td
                    key={levelText(other)}
                    className={`min-w-20 rounded px-2 py-1 text-center tabular-nums ${tints[shade ?? -1] ?? ""}`}
                  >
                    {cell === undefined ? (
                      <span className="text-faint">–</span>
                    ) : (
                      <>
                        {cell.mean === undefined ? "no finite value" : formatValue(cell.mean)}
                        <span className="block text-small">
                          {counted(cell.n + cell.nonFinite, "run")}
                        </span>
                      </>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <p className="text-muted text-small">
          {counted(left, "run")} with a rarer value, not in the table.
        </p>
      )}
    </div>
  );
}

/** Tints, so that the text on them can be read in both themes. The page's rules for styles let no style be computed. */
const tints = [
  ...["bg-tint-0", "bg-tint-1", "bg-tint-2", "bg-tint-3", "bg-tint-4", "bg-tint-5"],
  ...["bg-tint-6", "bg-tint-7", "bg-tint-8", "bg-tint-9", "bg-tint-10", "bg-tint-11"],
];

function levelText(level: ParamLevel): string {
  if (level.kind === "absent") return "none";
  if (level.kind === "value") return paramText(level.value);
  return formatStretch(level.from, level.to);
}

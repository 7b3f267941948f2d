"use client";
import { formatValue } from "@epochal/conclusions";
import { RunSwatch } from "../colors/run-swatch.tsx";
import type { ReadoutRow } from "./readout-rows.ts";

const MOST_IN_LINE = 5;
const MOST_IN_COLUMN = 8;

interface ReadoutProps {
  readonly place: string;
  readonly rows: readonly ReadoutRow[];
}

const shownValue = ({ validation, train }: ReadoutRow) =>
  formatValue(validation ?? train ?? Number.NaN);

/** The values at the cursor in one line, for the header of a small chart: nothing moves when it appears. */
export function ReadoutLine({ place, rows }: ReadoutProps) {
  return (
    <span className="flex h-4 min-w-0 flex-wrap gap-x-2.5 overflow-hidden whitespace-nowrap leading-4">
      <b className="flex-none font-medium text-text">{place}</b>
      {rows.slice(0, MOST_IN_LINE).map((row, index) => (
        <span key={row.run.id} className="inline-flex flex-none items-center gap-1">
          <Swatch row={row} />
          {index === 0 && <span className="max-w-32 truncate">{row.run.label}</span>}
          <b className="font-medium text-text">{shownValue(row)}</b>
        </span>
      ))}
    </span>
  );
}

/** The values at the cursor in rows, beside a wide chart. */
export function ReadoutColumn({ place, rows }: ReadoutProps) {
  const more = rows.length - MOST_IN_COLUMN;
  return (
    <table className="w-full border-separate border-spacing-x-0 border-spacing-y-0.5 text-small">
      <thead>
        <tr className="text-muted">
          <th className="truncate pb-1 text-left font-medium text-text">{place}</th>
          <th className="pb-1 pl-2 text-right font-normal">val</th>
          <th className="pb-1 pl-2 text-right font-normal">train</th>
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, MOST_IN_COLUMN).map((row) => (
          <tr key={row.run.id}>
            <td className="w-full max-w-0">
              <span className="flex items-center gap-1.5">
                <Swatch row={row} />
                <span className="truncate" title={row.run.label}>
                  {row.run.label}
                </span>
              </span>
            </td>
            <td className="pl-2 text-right font-medium">{cell(row.validation)}</td>
            <td className="pl-2 text-right text-muted">{cell(row.train)}</td>
          </tr>
        ))}
      </tbody>
      {more > 0 && (
        <tfoot>
          <tr>
            <td colSpan={3} className="pt-1 text-muted">
              and {more} more
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

const cell = (value: number | undefined) => (value === undefined ? "" : formatValue(value));

function Swatch({ row }: { readonly row: ReadoutRow }) {
  return <RunSwatch color={row.run.color} className="h-2.5 w-1 flex-none rounded-full" />;
}

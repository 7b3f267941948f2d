"use client";
import type { ReactNode } from "react";
import type { XAxis } from "./chart-run.ts";
import { placeText } from "./place-text.ts";
import { ReadoutColumn, ReadoutLine, type ReadoutProps } from "./readout.tsx";
import type { ReadoutRow } from "./readout-rows.ts";
import type { Signal } from "./signal.ts";
import { useSignal } from "./use-signal.ts";

interface ChartValuesProps extends Pick<ReadoutProps, "keep"> {
  readonly cursor: Signal<number | undefined>;
  readonly hoveredRun: Signal<string | undefined>;
  readonly rowsAt: (x: number) => readonly ReadoutRow[];
  readonly xAxis: XAxis;
}

/** The values at the cursor in the place of something else, which is there as long as there is no cursor. */
export function ValuesInLine({
  cursor,
  hoveredRun,
  rowsAt,
  xAxis,
  keep,
  children,
}: ChartValuesProps & { readonly children: ReactNode }) {
  const x = useSignal(cursor, (value) => value);
  const hovered = useSignal(hoveredRun, (run) => run);
  const rows = x === undefined ? [] : rowsAt(x);
  if (x === undefined || rows.length === 0) return children;
  return (
    <p className="min-w-0 flex-1 text-small text-muted">
      <ReadoutLine place={placeText(x, xAxis)} rows={rows} hovered={hovered} keep={keep} />
    </p>
  );
}

const last: Readonly<Record<XAxis, string>> = {
  epoch: "last epoch",
  step: "last step",
  relative: "last value",
  wall: "last value",
};

/** The values at the cursor in rows; without a cursor, what each run held last. */
export function ValuesColumn({
  cursor,
  hoveredRun,
  rowsAt,
  xAxis,
  keep,
  lastRows,
}: ChartValuesProps & { readonly lastRows: readonly ReadoutRow[] }) {
  const x = useSignal(cursor, (value) => value);
  const hovered = useSignal(hoveredRun, (run) => run);
  const place = x === undefined ? last[xAxis] : placeText(x, xAxis);
  const rows = x === undefined ? lastRows : rowsAt(x);
  return <ReadoutColumn place={place} rows={rows} hovered={hovered} keep={keep} />;
}

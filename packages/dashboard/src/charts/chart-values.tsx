"use client";
import {
  type ChartPicture,
  placeNear,
  placeText,
  type ReadoutRow,
  type Signal,
} from "@epochal/panel/charts";
import type { ReactNode } from "react";
import { ReadoutColumn, ReadoutLine, type ReadoutProps } from "./readout.tsx";
import { useSignal } from "./use-signal.ts";

interface ChartValuesProps extends Pick<ReadoutProps, "keep" | "note"> {
  readonly cursor: Signal<number | undefined>;
  readonly hoveredRun: Signal<string | undefined>;
  readonly rowsAt: (x: number) => readonly ReadoutRow[];
  readonly picture: Pick<ChartPicture, "x" | "xAxis">;
  /** At which a cursor can stand, ascending. */
  readonly places: readonly number[];
}

/** Where the cursor stands in this chart: another one, which it is shared with, has other places. */
function useReading({ cursor, hoveredRun, picture, places }: ChartValuesProps) {
  const x = useSignal(cursor, (value) => placeNear(places, value, picture.x));
  const hovered = useSignal(hoveredRun, (run) => run);
  const place = x === undefined ? undefined : placeText(x, picture.xAxis, picture.x);
  return { x, place, hovered };
}

/** The values at the cursor in the place of something else, which is there as long as there is no cursor. */
export function ValuesInLine({
  children,
  ...values
}: ChartValuesProps & { readonly children: ReactNode }) {
  const { keep, note, rowsAt } = values;
  const { x, place, hovered } = useReading(values);
  const rows = x === undefined ? [] : rowsAt(x);
  if (place === undefined || rows.length === 0) return children;
  return (
    <p className="min-w-0 flex-1 text-small text-muted max-sm:order-last max-sm:basis-full">
      <ReadoutLine {...{ place, note, rows, hovered, keep }} />
    </p>
  );
}

interface LastValues {
  /** What each run held last. */
  readonly rows: readonly ReadoutRow[];
  /** Which place that is: "last epoch". */
  readonly place: string;
}

/** The values at the cursor in rows; without a cursor, what each run held last. */
export function ValuesColumn({
  last,
  ...values
}: ChartValuesProps & { readonly last: LastValues }) {
  const { keep, note, rowsAt } = values;
  const { x, place = last.place, hovered } = useReading(values);
  const rows = x === undefined ? last.rows : rowsAt(x);
  return <ReadoutColumn {...{ place, note, rows, hovered, keep }} />;
}

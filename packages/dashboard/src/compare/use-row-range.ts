"use client";
import { useCallback, useState } from "react";
import type { RowRange } from "../live/use-runs.ts";

/** So many rows stay in memory around those in view. */
const MOST_KEPT = 1200;

/** Which rows are needed: those that were asked for, as long as they are near each other. */
export function useRowRange() {
  const [range, setRange] = useState<RowRange>({ from: 0, to: 1 });
  const needRows = useCallback(
    (offset: number, limit: number) =>
      setRange((old) => {
        const both = { from: Math.min(old.from, offset), to: Math.max(old.to, offset + limit) };
        const isNear = both.to - both.from <= MOST_KEPT;
        return isNear ? both : { from: Math.max(0, offset - limit), to: offset + 2 * limit };
      }),
    [],
  );
  return { range, needRows };
}

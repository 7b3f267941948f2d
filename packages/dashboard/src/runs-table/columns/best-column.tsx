import { formatValue, placeWords } from "@epochal/conclusions";
import type { RunColumn } from "./column-features.ts";
import type { RunRow } from "./run-row.ts";
import { ValueCell } from "./value-cell.tsx";

/** The best value of the primary metric, and the epoch it was reached in. */
export function bestColumn(direction: "max" | "min" | undefined): RunColumn {
  return {
    id: "best",
    header: "best",
    accessorFn: ({ series }: RunRow) => series?.best?.value,
    sortDescFirst: direction !== "min",
    cell: ({ row: { original } }) => {
      const best = original.series?.best;
      if (best === undefined) return null;
      return <ValueCell value={formatValue(best.value)} strong below={placeWords(best)} />;
    },
  };
}

import { formatValue, placeWords } from "@epochal/conclusions";
import type { RunColumn } from "./column-features.ts";
import type { RunRow } from "./run-row.ts";
import { ValueCell } from "./value-cell.tsx";

/** The last value logged. */
export function lastColumn(direction: "max" | "min" | undefined): RunColumn {
  return {
    id: "last",
    header: "last",
    accessorFn: ({ series }: RunRow) => series?.last?.value,
    sortDescFirst: direction !== "min",
    cell: ({ row: { original } }) => {
      const last = original.series?.last;
      if (last === undefined) return null;
      const broken = Number.isFinite(last.value) ? undefined : "bad";
      return <ValueCell value={formatValue(last.value)} below={placeWords(last)} tone={broken} />;
    },
  };
}

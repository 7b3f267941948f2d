import { formatDifference, formatValue } from "@epochal/conclusions";
import type { RunColumn } from "./column-features.ts";
import type { RunRow } from "./run-row.ts";
import { ValueCell } from "./value-cell.tsx";

/** A loss of more than this part of the best value is worth a warning. */
const NOTEWORTHY = 0.02;

/** What the model ended with, and how far that is from the best. */
export function keptColumn(direction: "max" | "min" | undefined): RunColumn {
  return {
    id: "kept",
    header: "kept",
    accessorFn: ({ series }: RunRow) => series?.kept?.value,
    sortDescFirst: direction !== "min",
    cell: ({ row: { original } }) => {
      const { kept, best } = original.series ?? {};
      if (kept === undefined) return null;
      if (!Number.isFinite(kept.value))
        return <ValueCell value={formatValue(kept.value)} tone="bad" />;
      if (best === undefined) return <ValueCell value={formatValue(kept.value)} />;
      const lost = Math.abs(kept.value - best.value) > NOTEWORTHY * Math.abs(best.value);
      return (
        <ValueCell
          value={formatValue(kept.value)}
          below={kept.step === best.step ? "its best" : formatDifference(kept.value - best.value)}
          belowTone={lost ? "warn" : undefined}
        />
      );
    },
  };
}

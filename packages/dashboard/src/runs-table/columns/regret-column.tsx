import { formatValue } from "@epochal/conclusions";
import { deltaOf } from "./delta-of.ts";
import type { RunColumn } from "./run-column.ts";
import { ValueCell } from "./value-cell.tsx";

/** A loss of more than this part of the best value is worth a warning. */
const NOTEWORTHY = 0.02;

/** How much worse the kept value is than the best one: what stopping earlier would have gained. */
export const regretColumn: RunColumn = {
  id: "regret",
  label: "regret",
  group: "Judged by",
  width: 84,
  align: "right",
  numberOf: ({ judged }) => judged?.regret,
  format: formatValue,
  better: "min",
  cell: (run, context) => {
    const { regret, best } = run.judged ?? {};
    if (regret === undefined) return null;
    const isWorth = !(regret <= NOTEWORTHY * Math.abs(best?.value ?? 0));
    return (
      <ValueCell
        value={formatValue(regret)}
        decimals={context.decimals}
        delta={deltaOf(regretColumn, run, context)}
        below={regret === 0 ? "kept its best" : undefined}
        tone={isWorth ? "warn" : undefined}
      />
    );
  },
};

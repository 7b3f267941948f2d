import { formatValue } from "@epochal/conclusions";
import type { Judged } from "../../wire/answers.ts";
import { deltaOf } from "./delta-of.ts";
import { rounded } from "./rounded.ts";
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
  numberOf: ({ judged }) => shortened(judged),
  format: formatValue,
  better: "min",
  cell: (run, context) => {
    const { best } = run.judged ?? {};
    const regret = shortened(run.judged);
    if (regret === undefined) return null;
    const isWorth = !(regret <= NOTEWORTHY * Math.abs(best?.value ?? 0));
    return (
      <ValueCell
        value={context.format(regret)}
        decimals={context.decimals}
        delta={deltaOf(regretColumn, run, context)}
        below={regret === 0 ? "kept its best" : undefined}
        tone={isWorth ? "warn" : undefined}
      />
    );
  },
};

/** With as many digits as the value that it is a part of: more say nothing. */
function shortened(judged: Judged | undefined): number | undefined {
  const { regret, best } = judged ?? {};
  if (regret === undefined || best === undefined) return regret;
  const digits = formatValue(best.value).split(".")[1] ?? "";
  return rounded(regret, digits.length);
}

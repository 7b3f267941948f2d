import type { DifferingParam } from "../differing-params.ts";
import type { RunColumn } from "./column-features.ts";
import { compareValues } from "./compare-values.ts";

/** A config leaf on which the runs differ. */
export function paramColumn({ path, label, values }: DifferingParam): RunColumn {
  return {
    id: `param.${path}`,
    header: label,
    accessorFn: ({ run }) => values.get(run.id),
    sortFn: (a, b, id) => compareValues(a.getValue(id), b.getValue(id)),
    sortUndefined: "last",
    sortDescFirst: false,
    cell: ({ getValue }) => {
      const value = getValue<string | undefined>();
      return (
        <span className="block truncate" title={value}>
          {value}
        </span>
      );
    },
  };
}

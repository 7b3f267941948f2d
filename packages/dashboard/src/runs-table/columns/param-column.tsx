import { configLeaves } from "../../params/config-leaves.ts";
import type { DifferingParam } from "../../params/differing-params.ts";
import type { RunColumn } from "./column-features.ts";

/** A config leaf on which the runs differ. */
export function paramColumn({ path, label }: Pick<DifferingParam, "path" | "label">): RunColumn {
  return {
    id: `param.${path}`,
    header: label,
    accessorFn: ({ run }) => configLeaves(run.config).get(path),
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

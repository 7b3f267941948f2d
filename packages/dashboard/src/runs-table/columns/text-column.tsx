import { formatValue } from "@epochal/conclusions";
import type { RunColumn } from "./run-column.ts";

interface TextColumnArgs {
  /** As the server is asked for it: `param:units`, `fact:host`. It is the id, too. */
  readonly asks: string;
  readonly label: string;
  readonly group: RunColumn["group"];
  /** Whether the server can sort by it. */
  readonly sorts?: boolean;
}

/** Something that a run says of itself: a param, or a fact of its machine. */
export function textColumn({ asks, label, group, sorts = false }: TextColumnArgs): RunColumn {
  return {
    id: asks,
    asks,
    ...(sorts && { order: asks }),
    label,
    group,
    width: 84,
    align: "right",
    cell: (run) => {
      const cell = run.cells.get(asks);
      if (cell === undefined) return null;
      const text = "text" in cell ? cell.text : formatValue(cell.value);
      return (
        <bdi className="block truncate" title={text}>
          {text}
        </bdi>
      );
    },
  };
}

import type { RunState, StatusWords } from "@epochal/conclusions";
import type { RunColor } from "@epochal/panel/charts";
import type { Cell, Judged } from "../../wire/answers.ts";
import type { GroupValue } from "../../wire/groups-answer.ts";

/** A run as its row shows it. */
export interface TableRun {
  readonly kind: "run";
  readonly id: string;
  readonly name: string;
  /** As it is stored, where it is called otherwise here: with what differs from others of that name. */
  readonly storedName?: string;
  readonly state: RunState;
  readonly status: StatusWords;
  /** What its curves say: `overfits from 12`. Absent where they say nothing, or the status says it. */
  readonly verdict?: string;
  /** In milliseconds since 1970. */
  readonly startedAt: number;
  readonly durationMs: number;
  readonly tags: readonly string[];
  readonly notes: string;
  /** Whether its curves are drawn. */
  readonly visible: boolean;
  /** Absent where its curves are grey. */
  readonly color?: RunColor;
  /** What it has of the metric that runs are judged by; absent where it has none. */
  readonly judged?: Judged;
  /** What it has besides, by what was asked for: `last:val_loss`, `param:units`, `fact:host`. */
  readonly cells: ReadonlyMap<string, Cell>;
  /** Where on the x of its sparkline its best value is. */
  readonly bestX?: number;
  /** Whether it stands under the row of its group. */
  readonly inGroup?: boolean;
}

/** Several runs in one row: `mean ± spread` of each value column. */
export interface TableGroup {
  readonly kind: "group";
  readonly id: string;
  readonly name: string;
  readonly count: number;
  /** Whether its runs follow as rows of their own. */
  readonly open: boolean;
  readonly visible: boolean;
  readonly color?: RunColor;
  /** By the id of the column. */
  readonly values: ReadonlyMap<string, GroupValue>;
  /** Texts that are the same in all of its runs, by the id of the column. @default none */
  readonly shared?: ReadonlyMap<string, string>;
}

export type TableRow = TableRun | TableGroup;

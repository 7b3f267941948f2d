import type { ToldChanges } from "./use-told-changes.ts";

/** What a person can do with the rows of the table. The page does it; the table tells of it. */
export interface TableActions {
  /** The selected runs, all of them. */
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  /** The selected groups, all of them. Absent where there are no groups. */
  readonly onSelectGroups?: (selected: ReadonlySet<string>) => void;
  /** Shows the curves of a hidden run or group, or hides those of a shown one. */
  readonly onToggleVisible: (id: string) => void;
  /** Shows the curves of this run alone; once more, those of all. */
  readonly onSolo: (id: string) => void;
  /** The run that others are compared with; undefined for none. */
  readonly onBaseline: (id: string | undefined) => void;
  readonly onOpen: (id: string) => void;
  /** The address of the page of a run. @default without a way back to this list */
  readonly runAddress?: (id: string) => string;
  /** Where a group is compared with the best one; undefined for that one. Absent where groups are not compared. */
  readonly groupAddress?: (id: string) => string | undefined;
  /** Shows or hides the runs of a group. Absent where there are no groups. */
  readonly onExpand?: (id: string) => void;
  /** Absent where names, tags and notes cannot be changed. */
  readonly keeping?: ToldChanges;
}

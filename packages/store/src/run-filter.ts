/** Which runs are asked for. */
export interface RunFilter {
  /** @default all projects */
  readonly project?: string;
  /** Only runs of these projects, whatever else is asked for: what somebody may see. @default all projects */
  readonly within?: readonly string[];
  /** @default all runs */
  readonly ids?: readonly string[];
  /** A query: `val_auc > 0.93 and not tag:baseline`. docs/queries.md tells what can be asked. @default all runs */
  readonly where?: string;
  /** Whether to take the runs in the trash, and no others. @default false */
  readonly deleted?: boolean;
  /** Whether to take archived runs, or the others. @default both */
  readonly archived?: boolean;
}

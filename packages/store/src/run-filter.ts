/** Which runs are asked for. */
export interface RunFilter {
  /** @default all projects */
  readonly project?: string;
  /** @default all runs */
  readonly ids?: readonly string[];
  /** A query: `val_auc > 0.93 and not tag:baseline`. docs/queries.md tells what can be asked. @default all runs */
  readonly where?: string;
  /** Whether those in the trash are meant, and no others. @default false */
  readonly deleted?: boolean;
  /** Whether those that are archived are meant, or the others. @default both */
  readonly archived?: boolean;
}

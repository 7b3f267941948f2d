/** Changes to a run. What is absent stays as it is, `null` takes a value away. Texts may hold anything and are kept as they are. */
export interface RunChanges {
  /** At most 500 characters. `null` gives the run the name it would have without one. */
  readonly name?: string | null;
  /** All tags of the run: at most 200, each of at most 500 characters. Of equal ones the first is kept. */
  readonly tags?: readonly string[] | null;
  /** At most 100,000 characters. */
  readonly notes?: string | null;
  /** The group it belongs to: at most 500 characters. */
  readonly group?: string | null;
  /** Whether it is archived: lists leave it out, and it is kept as it is. */
  readonly archived?: boolean | null;
  /** Who changes it. @default the user of this process, at this machine */
  readonly by?: string;
}

/** Who deletes runs or brings them back. */
export interface DeleteOptions {
  /** @default the user of this process, at this machine */
  readonly by?: string;
}

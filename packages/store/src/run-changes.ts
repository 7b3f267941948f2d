/** What somebody makes of a run. Absent is unchanged, `null` is taken away. All texts are untrusted: they are kept as they are. */
export interface RunChanges {
  /** At most 500 characters. `null` gives back the name of a run that was given none. */
  readonly name?: string | null;
  /** All of them, at most 200 of at most 500 characters; of equal ones the first counts. */
  readonly tags?: readonly string[] | null;
  /** At most 100,000 characters. */
  readonly notes?: string | null;
  /** What it is put with, at most 500 characters. */
  readonly group?: string | null;
  /** Whether it is out of the way. It stays as it is, for as long as you like. */
  readonly archived?: boolean | null;
  /** Who changes it. @default the user of this process, at this machine */
  readonly by?: string;
}

/** Who deletes runs or brings them back. */
export interface DeleteOptions {
  /** @default the user of this process, at this machine */
  readonly by?: string;
}

/** A request to a run that trains. */
export interface RequestOptions {
  /**
   * `stop`: training ends after the epoch that runs. `save_weights`: the model is saved now, into `checkpoints/<run>` beside
   * the database. The callbacks hear it within a batch, and record what they did as an event of the run.
   */
  readonly want: "stop" | "save_weights";
  /** Who asks. @default the user of this process, at this machine */
  readonly by?: string;
}

/** A note about a run. */
export interface NoteOptions {
  readonly text: string;
  /** Who writes it. @default the user of this process, at this machine */
  readonly by?: string;
}

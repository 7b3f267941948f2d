/** What somebody wants of a training that runs. */
export interface RunRequest {
  readonly id: string;
  /** `stop`: after this epoch. `save_weights`: now. */
  readonly want: "stop" | "save_weights";
  /** Who asks. */
  readonly by: string;
  /** The folder to save to, for `save_weights`. */
  readonly folder?: string;
}

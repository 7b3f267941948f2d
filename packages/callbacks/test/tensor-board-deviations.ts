/** All points in which TensorBoard knowingly differs from Keras 3.16. */
export const tensorBoardDeviations: readonly {
  /** The recorded scenario that shows it, where one does. */
  readonly scenario?: string;
  readonly keras: string;
  readonly here: string;
  readonly why: string;
}[] = [
  {
    keras: "A second `fit()` starts at step 0 again, over the first one's curves.",
    here: "Its steps go on where the first one's ended, in the files and in the run, unless `initialEpoch` continues them already.",
    why: "Two values at one step are a scribble, and TensorBoard may drop the older.",
  },
  {
    keras: "Each `fit()` opens new files.",
    here: "A callback has one file for each folder, and appends to it.",
    why: "TensorBoard reads files in the order of their names, which says nothing within a second.",
  },
  {
    keras: "`log_dir` is `logs` unless said otherwise.",
    here: "No files without `logDir`; a `run` is recorded into with or without them.",
    why: "A callback that only feeds a run must not leave a folder behind.",
  },
  {
    scenario: "images",
    keras: "`write_images` draws weights as pictures.",
    here: "The option is refused. The histograms of the same weights are written.",
    why: "A kernel seldom is a picture, and an encoder of images would be needed for it.",
  },
  {
    keras: "`profile_batch`, `embeddings_freq` and `embeddings_metadata`.",
    here: "The options are refused.",
    why: "There is no profiler of TensorFlow to ask, and the projector wants TensorFlow's checkpoints.",
  },
  {
    keras: "Any `evaluate()` during training writes `evaluation_<metric>_vs_iterations`.",
    here: "The validation at the end of an epoch does.",
    why: "The value of another data set does not belong on the same curve.",
  },
  {
    keras: "A histogram shows the weights.",
    here: "`<weight>/update_histogram` also shows how the epoch changed them. Values that are not finite are left out.",
    why: "Whether a layer learns is seen in the change; and one NaN would make the buckets meaningless.",
  },
  {
    keras: "The events of the last minutes may be lost with the process.",
    here: "They are in the file at the end of each epoch, and every five seconds within one.",
    why: "The end of a training that was killed is what one wants to see.",
  },
];

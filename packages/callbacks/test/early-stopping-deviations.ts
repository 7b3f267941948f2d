export interface Deviation {
  /** The recorded scenario that shows it, where one does. */
  readonly scenario?: string;
  readonly keras: string;
  readonly here: string;
  readonly why: string;
  /** What the scenario gives here: what differs from the recorded outcome. */
  readonly expected?: Readonly<Record<string, unknown>>;
}

/** All points in which EarlyStopping knowingly differs from Keras 3.16. */
export const earlyStoppingDeviations: readonly Deviation[] = [
  {
    scenario: "nan_first_epoch",
    keras:
      "A NaN in the first epoch is the best value for ever: training stops after `patience` epochs.",
    here: "A value that is not finite never is best; it counts as an epoch without improvement.",
    why: "No later value compares as better than NaN, so epochs that did improve are thrown away.",
    expected: {
      epochs_run: 5,
      stopped_epoch: 0,
      stopped_by_callback: false,
      best: 0.7,
      best_epoch: 4,
      final_weights_epoch: 4,
      waits: [1, 0, 0, 0, 0],
    },
  },
  {
    scenario: "inf_first_epoch_min",
    keras: "An infinity in the first epoch is the best value until a finite one comes.",
    here: "As NaN: never best, and an epoch without improvement.",
    why: "One rule for all values that are not finite. The weights of such an epoch are not worth keeping.",
    expected: { waits: [1, 0, 0] },
  },
  {
    scenario: "baseline_never_beaten_but_always_improving",
    keras:
      "While each epoch improves on the one before, training goes on although `baseline` is never reached.",
    here: "Training stops after `patience` epochs in which `baseline` was not passed.",
    why: "It is what Keras' documentation promises.",
    expected: {
      epochs_run: 2,
      stopped_epoch: 1,
      stopped_by_callback: true,
      best: 0.8,
      best_epoch: 1,
      final_weights_epoch: 1,
      waits: [1, 2],
    },
  },
  {
    scenario: "auto_duplicate_suffix",
    keras:
      "The direction of `val_mse_1`, of an output's metric and of a count is unknown to `auto`: an error.",
    here: "The key is traced to the metric behind it; only a metric without direction is an error.",
    why: "The model knows which metric reports under which key.",
    expected: {
      raises: undefined,
      epochs_run: 2,
      stopped_epoch: 1,
      stopped_by_callback: true,
      best: 0.5,
      best_epoch: 0,
      final_weights_epoch: 1,
      waits: [0, 1],
    },
  },
  {
    scenario: "unknown_mode_falls_back_to_auto",
    keras: "An unknown `mode` warns and means `auto`.",
    here: "A RangeError in the constructor.",
    why: "A misspelt `max` must not minimise.",
    expected: { raises: "mode must be" },
  },
  {
    keras: "A misspelt `monitor` with an explicit `mode` warns after every epoch and never stops.",
    here: "An error before the first epoch names the keys there are and the one most like it. A key that an earlier callback or a loop of one's own may add is waited for, if `mode` is given, with one warning.",
    why: "A night of training is too dear for a typing mistake.",
  },
  {
    keras: "`val_*` without validation data warns after every epoch.",
    here: "An error before the first epoch, unless an earlier callback may add it.",
    why: "As above.",
  },
  {
    keras: "A `mode` that contradicts the metric is followed.",
    here: "An error before the first epoch.",
    why: "The worst epoch would be kept as the best.",
  },
  {
    keras: "After an error in training the best weights are not restored.",
    here: "They are.",
    why: "What was learned until then is what one wants to save.",
  },
  {
    keras: "Every epoch without the monitored value warns.",
    here: "The first one does; once the value has come, it is a warning event of the run, and silent without one.",
    why: "Who validates every second epoch knows.",
  },
  {
    keras: 'The accuracy of `metrics: ["accuracy"]` is `accuracy`.',
    here: "It is `acc`.",
    why: "TensorFlow.js names the log keys; `val_accuracy` is answered with the hint `val_acc`.",
  },
];

import type { Plan } from "./plan.ts";

const plain = { dropout: 0, loss: "binaryCrossentropy" } as const;

/** Seven ways to learn from the same strikes, in the order they are trained. */
export const plans: readonly Plan[] = [
  {
    ...plain,
    name: "logistic regression",
    about: "The yardstick: no hidden layer.",
    units: [],
    learningRate: 0.01,
    batchSize: 128,
    epochs: 12,
  },
  {
    ...plain,
    name: "small net",
    about: "One hidden layer. The validation AUC turns early, the accuracy hardly moves.",
    units: [32],
    learningRate: 0.003,
    batchSize: 64,
    epochs: 12,
    everyBatches: 5,
  },
  {
    ...plain,
    name: "stops on AUC",
    about: "Ends when the validation AUC stops rising, and keeps the weights of that epoch.",
    units: [32],
    learningRate: 0.003,
    batchSize: 256,
    epochs: 30,
    stopOn: { monitor: "val_auc", patience: 3 },
  },
  {
    ...plain,
    name: "stops on accuracy",
    about: "The same model. Accuracy is best epochs later, when the AUC has long begun to fall.",
    units: [32],
    learningRate: 0.003,
    batchSize: 256,
    epochs: 30,
    stopOn: { monitor: "val_accuracy", patience: 3 },
  },
  {
    ...plain,
    name: "overfits",
    about: "A learning rate of 0.01 and no brake: it learns the training rows by heart.",
    units: [64],
    learningRate: 0.01,
    batchSize: 256,
    epochs: 20,
  },
  {
    ...plain,
    name: "dropout",
    about: "Half of the hidden units dropped in each step: it barely overfits.",
    units: [64],
    dropout: 0.5,
    learningRate: 0.003,
    batchSize: 128,
    epochs: 12,
  },
  {
    name: "diverges",
    about:
      "A high learning rate, and a loss written by hand: once a prediction is exactly 1, log(0) makes it NaN.",
    units: [64, 32],
    dropout: 0,
    learningRate: 0.1,
    batchSize: 128,
    epochs: 10,
    loss: "unclippedCrossentropy",
    everyBatches: 5,
  },
];

import type * as tf from "@tensorflow/tfjs";
import { tinyData } from "./tiny-training.ts";

/** What a scripted epoch logs: the values of some keys; undefined takes a key away. */
export type ScriptedLogs = Readonly<Record<string, number | undefined>>;

const { x, y, validationData } = tinyData();

/** A real fit whose logs are overwritten before the callback sees them; `look` runs after it in each epoch. */
export async function scriptedFit(
  model: tf.LayersModel,
  callback: object,
  epochs: readonly ScriptedLogs[],
  look: (epoch: number, logs: tf.Logs) => void = () => {},
  batchSize = 8,
): Promise<tf.History> {
  const script: tf.CustomCallbackArgs = {
    onEpochEnd: (epoch, logs = {}) => {
      for (const [key, value] of Object.entries(epochs[epoch] ?? {})) {
        if (value === undefined) delete logs[key];
        else logs[key] = value;
      }
    },
  };
  const looking: tf.CustomCallbackArgs = { onEpochEnd: (epoch, logs = {}) => look(epoch, logs) };
  return model.fit(x, y, {
    epochs: epochs.length,
    batchSize,
    verbose: 0,
    validationData,
    callbacks: [script, callback, looking] as never,
  });
}

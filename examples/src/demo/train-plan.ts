import { EarlyStopping, History, TensorBoard } from "@epochal/callbacks";
import type { Store } from "@epochal/store";
import * as tf from "@tensorflow/tfjs";
import type { BirdStrikes } from "../bird-strikes/load-bird-strikes.ts";
import { buildModel } from "./build-model.ts";
import type { Plan } from "./plan.ts";

export interface TrainPlanArgs {
  readonly store: Store;
  readonly data: BirdStrikes;
  readonly plan: Plan;
  readonly backend: string;
  readonly seed: number;
  /** Called after each epoch. */
  readonly onEpoch: (epoch: number, valAuc: number) => void;
}

/** Trains a plan and records it. Gives back the id of the run. */
export async function trainPlan(args: TrainPlanArgs): Promise<string> {
  const { store, data, plan, backend, seed, onEpoch } = args;
  const { units, dropout, learningRate, batchSize, epochs, loss, stopOn, everyBatches } = plan;
  const run = await store.startRun({
    project: "bird-strikes",
    name: plan.name,
    notes: plan.about,
    config: {
      model: { units, dropout, seed },
      optimizer: { name: "adam", learningRate },
      loss,
      batchSize,
      epochs,
      ...(stopOn ? { earlyStopping: stopOn } : {}),
      backend,
    },
  });
  const callbacks = [
    everyBatches ? new TensorBoard({ run, updateFreq: everyBatches }) : new History({ run }),
    ...(stopOn ? [new EarlyStopping({ run, ...stopOn, restoreBestWeights: true })] : []),
    new tf.CustomCallback({
      onEpochEnd: async (epoch, logs) => onEpoch(epoch, logs?.val_auc ?? Number.NaN),
    }),
  ];
  const model = buildModel({ plan, width: data.width, seed });
  await run.track(() =>
    model.fit(data.train.x, data.train.y, {
      epochs,
      batchSize,
      shuffle: false, // the rows were shuffled when they were split; so a run repeats itself exactly
      validationData: [data.validation.x, data.validation.y],
      verbose: 0,
      callbacks,
    }),
  );
  model.dispose();
  return run.id;
}

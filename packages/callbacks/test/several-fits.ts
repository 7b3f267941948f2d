import type { LogPosition, RunWriter } from "@epochal/record";
import * as tf from "@tensorflow/tfjs";
import { EarlyStopping } from "../src/callbacks/early-stopping.ts";
import { History } from "../src/callbacks/history.ts";
import { LearningRateScheduler } from "../src/callbacks/learning-rate-scheduler.ts";
import { ModelCheckpoint } from "../src/callbacks/model-checkpoint.ts";
import { ReduceLROnPlateau } from "../src/callbacks/reduce-lr-on-plateau.ts";
import { TensorBoard } from "../src/callbacks/tensor-board.ts";
import { fit } from "../src/fitting/fit.ts";
import { fitDataset } from "../src/fitting/fit-dataset.ts";
import { randomNumbers } from "../src/seed/random-numbers.ts";
import { tinyModel } from "./tiny-training.ts";

/** What was really trained, seen by a callback that knows of no run. */
export interface TrainedFit {
  readonly words: string;
  readonly initialEpoch: number;
  readonly callbacks: readonly object[];
  /** The fit's epochs in which a batch was trained. */
  readonly begun: number[];
  /** The losses of those that came to their end. */
  readonly losses: number[];
  batches: number;
  /** What its `EarlyStopping` says of itself; 0 where there is none, or it did not stop. */
  stoppedEpoch: number;
}

/** What was logged by hand. */
export interface ByHand {
  readonly values: Readonly<Record<string, number>>;
  readonly position: LogPosition;
}

export const isFit = (each: TrainedFit | ByHand): each is TrainedFit => "words" in each;

const rows = 12;
const inputs = Array.from({ length: rows }, (_, i) => [i / 10, (i % 3) / 3]);
const labels = Array.from({ length: rows }, (_, i) => [i % 2]);

/**
 * Draws a row of fits into one run, and trains them: one model or two, callbacks that are new or those of before, any
 * `initialEpoch`, batches of any size, fits that fail, that stop early, that train nothing, and values logged by hand between.
 *
 * @param handLogs whether the run knows what is logged by hand
 * @returns in the order they happened
 */
export async function trainSeveral(
  seed: number,
  run: RunWriter,
  handLogs: boolean,
): Promise<(TrainedFit | ByHand)[]> {
  const random = randomNumbers(seed);
  const draw = <T>(...choices: readonly T[]) => choices[Math.floor(random() * choices.length)] as T;
  const [x, y] = [tf.tensor2d(inputs), tf.tensor2d(labels)];
  const models = [tinyModel([]), tinyModel([])];
  const pool: tf.Callback[] = [];
  const happened: (TrainedFit | ByHand)[] = [];
  for (let i = 0; i < 5; i++) {
    if (handLogs && random() < 0.3) happened.push(logByHand(run, random));
    const drawn = [...recorders(run, draw), ...deciders(run, draw)]
      .filter(() => random() < 0.6)
      .map((made) => {
        const known = pool.find((each) => each.constructor === made.constructor);
        if (known !== undefined && random() < 0.4) return known;
        pool.unshift(made);
        return made;
      });
    const callbacks = [...new Set(drawn)];
    const initialEpoch = draw(0, 0, 0, 1, 2, 5, 9, 14);
    const batchSize = draw(3, 4, 5);
    const how = draw("model.fit", "model.fitDataset", "fit", "fitDataset");
    const failsAt = random() < 0.25 ? Math.floor(random() * 8) : -1;
    const args = {
      epochs: initialEpoch + draw(0, 1, 1, 2, 3, 4),
      initialEpoch,
      verbose: 0,
    } as const;
    if (how.endsWith("Dataset") && args.epochs === 0) continue;
    const trained: TrainedFit = {
      words: `${how}(${JSON.stringify({ ...args, batchSize, failsAt })}), ${callbacks.map((each) => each.constructor.name).join(" ")}`,
      initialEpoch,
      callbacks,
      begun: [],
      losses: [],
      batches: 0,
      stoppedEpoch: 0,
    };
    if (!callbacks.some((callback) => (callback as History).recordsInto?.() === run)) continue;
    happened.push(trained);
    const all = [...callbacks, witness(trained, failsAt)] as tf.Callback[];
    const model = draw(...models);
    const rowsOf = () =>
      tf.data
        .zip({ xs: tf.data.array(inputs), ys: tf.data.array(labels) })
        .batch(batchSize) as tf.data.Dataset<tf.TensorContainer>;
    const given = { ...args, callbacks: all } as object as { epochs: number; verbose: 0 };
    const training =
      how === "model.fit"
        ? model.fit(x, y, { ...given, batchSize })
        : how === "model.fitDataset"
          ? model.fitDataset(rowsOf(), given)
          : how === "fit"
            ? fit(model, x, y, { ...given, batchSize, seed })
            : fitDataset(model, rowsOf(), given);
    await training.catch((error: Error) => {
      if (error.message !== "as drawn") throw error;
    });
    const stopping = callbacks.find((each) => each instanceof EarlyStopping);
    trained.stoppedEpoch = stopping?.stoppedEpoch ?? 0;
  }
  tf.dispose([x, y]);
  for (const model of models) model.dispose();
  return happened;
}

type Draw = <T>(...choices: readonly T[]) => T;

function recorders(run: RunWriter, draw: Draw): tf.Callback[] {
  const updateFreq = draw<"epoch" | "batch" | number>("epoch", "batch", 1, 2);
  return [new History({ run }), new TensorBoard({ run, updateFreq }), new TensorBoard({ run })];
}

function deciders(run: RunWriter, draw: Draw): tf.Callback[] {
  const monitor = "loss";
  const schedule = (epoch: number, rate: number) => (epoch % 2 === 0 ? rate : rate * 0.9);
  const handler = { save: async () => ({ modelArtifactsInfo: {} }) } as object as tf.io.IOHandler;
  return [
    new EarlyStopping({
      run,
      monitor,
      patience: 1,
      minDelta: draw(0, 1),
      restoreBestWeights: true,
    }),
    new ReduceLROnPlateau({ run, monitor, patience: 1, minDelta: 1 }),
    new LearningRateScheduler({ run, schedule }),
    new ModelCheckpoint({
      run,
      filepath: () => handler,
      monitor,
      saveFreq: draw<"epoch" | number>("epoch", 2),
    }),
  ];
}

/** Sees what is trained, and fails at the batch of this number. */
function witness(trained: TrainedFit, failsAt: number): object {
  let now = 0;
  return {
    onEpochBegin: (epoch: number) => {
      now = epoch;
    },
    onBatchEnd: () => {
      if (trained.begun.at(-1) !== now) trained.begun.push(now);
      if (trained.batches++ === failsAt) throw new Error("as drawn");
    },
    onEpochEnd: (_epoch: number, { loss }: { loss: number }) => {
      trained.losses.push(loss);
    },
  };
}

function logByHand(run: RunWriter, random: () => number): ByHand {
  const at = Math.floor(random() * 30);
  const key = random() < 0.3 ? "batch_loss" : random() < 0.5 ? "loss" : "mine";
  const epoch = Math.floor(random() * 12) + (random() < 0.5 ? 0 : 0.5);
  const values = { [key]: -1 };
  const position: LogPosition =
    key === "batch_loss" || random() < 0.5 ? { step: at, epoch } : { step: at };
  run.log(values, position);
  return { values, position };
}

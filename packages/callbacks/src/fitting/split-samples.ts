import type { Tensor } from "@tensorflow/tfjs";
import { isDataset } from "./check-fit.ts";
import type { FitArgs, FitData } from "./fit-args.ts";
import { FitSamples } from "./fit-samples.ts";

export interface SplitSamplesArgs {
  readonly x: FitData;
  readonly y: FitData;
  readonly classWeight: FitArgs["classWeight"] | undefined;
  readonly validationData: FitArgs["validationData"] | undefined;
  readonly batchSize: number;
  readonly validationSplit: number;
}

/** What a fit trains on and what it is validated on. */
export interface SplitSamples {
  readonly training: FitSamples;
  /** As `fitDataset()` takes it; undefined where nothing is validated. */
  readonly validationData: [Tensor[], Tensor[]] | object | undefined;
  /** Frees the tensors that were made. */
  dispose(): void;
}

/**
 * Prepares the samples of a fit. Validation data win over a share of the samples, as in TensorFlow.js.
 *
 * @throws RangeError where the share leaves nothing to train on
 * @throws Error where samples do not fit the model
 */
export async function splitSamples(model: object, args: SplitSamplesArgs): Promise<SplitSamples> {
  const { x, y, batchSize, classWeight, validationData, validationSplit } = args;
  const made: FitSamples[] = [];
  const dispose = () => {
    for (const samples of made) samples.dispose();
  };
  const keep = (samples: FitSamples) => {
    made.push(samples);
    return samples;
  };
  try {
    const all = keep(await FitSamples.of(model, { x, y, batchSize, classWeight }));
    if (isDataset(validationData)) return { training: all, validationData, dispose };
    if (validationData !== undefined && validationData.length > 0) {
      const [valX, valY] = validationData;
      const held = keep(await FitSamples.of(model, { x: valX, y: valY, batchSize }));
      return { training: all, validationData: dataOf(held), dispose };
    }
    if (validationSplit === 0) return { training: all, validationData: undefined, dispose };
    const cut = Math.floor(all.size * (1 - validationSplit));
    if (cut === 0) {
      throw new RangeError(
        `fit: validationSplit ${validationSplit} of ${all.size} samples leaves none to train on. Give a smaller one, or validationData`,
      );
    }
    const [training, held] = [keep(all.part(0, cut)), keep(all.part(cut, all.size))];
    return { training, validationData: dataOf(held), dispose };
  } catch (error) {
    dispose();
    throw error;
  }
}

function dataOf({ xs, ys }: FitSamples): [Tensor[], Tensor[]] {
  return [[...xs], [...ys]];
}

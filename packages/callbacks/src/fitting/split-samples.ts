import type { data } from "@tensorflow/tfjs";
import { isDataset } from "./check-fit.ts";
import type { FitArgs, FitData } from "./fit-args.ts";
import { FitSamples } from "./fit-samples.ts";

export interface SplitSamplesArgs {
  readonly x: FitData;
  readonly y: FitData;
  readonly classWeight: FitArgs["classWeight"] | undefined;
  readonly sampleWeight: FitArgs["sampleWeight"] | undefined;
  readonly validationData: FitArgs["validationData"] | undefined;
  readonly batchSize: number;
  readonly validationSplit: number;
}

/** What a fit trains on and what it is validated on. */
export interface SplitSamples {
  readonly training: FitSamples;
  /** Undefined where nothing is validated. */
  readonly held: FitSamples | data.Dataset<never> | undefined;
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
  const { x, y, batchSize, classWeight, sampleWeight, validationData, validationSplit } = args;
  const made: FitSamples[] = [];
  const dispose = () => {
    for (const samples of made) samples.dispose();
  };
  const keep = (samples: FitSamples) => {
    made.push(samples);
    return samples;
  };
  const owner = "fit";
  try {
    const given = { owner, x, y, batchSize, classWeight, sampleWeight };
    const all = keep(await FitSamples.of(model, given));
    if (isDataset(validationData)) {
      return { training: all, held: validationData as data.Dataset<never>, dispose };
    }
    if (validationData !== undefined && validationData.length > 0) {
      const [valX, valY, weight] = validationData;
      const validated = {
        owner: `${owner}: validationData`,
        x: valX,
        y: valY,
        batchSize,
        sampleWeight: weight,
      };
      return { training: all, held: keep(await FitSamples.of(model, validated)), dispose };
    }
    if (validationSplit === 0) return { training: all, held: undefined, dispose };
    const cut = Math.floor(all.size * (1 - validationSplit));
    if (cut === 0) {
      throw new RangeError(
        `fit: validationSplit ${validationSplit} of ${all.size} samples leaves none to train on. Give a smaller one, or validationData`,
      );
    }
    const training = keep(all.part(0, cut, { byClass: true }));
    const held = keep(all.part(cut, all.size, { byClass: false }));
    return { training, held, dispose };
  } catch (error) {
    dispose();
    throw error;
  }
}

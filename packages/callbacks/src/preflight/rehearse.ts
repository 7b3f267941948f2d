import type { Tensor } from "@tensorflow/tfjs";
import { internalsOf, type LayersModelInternals } from "../layers-model/layers-model-internals.ts";
import { rehearsalOver } from "./rehearsal-over.ts";

/**
 * Runs TensorFlow.js up to the first batch on a stand-in for the model: throws what it would throw, and changes nothing. `see`
 * gets the tensors of a batch that would be evaluated.
 */
export async function rehearse(
  model: object,
  play: (standIn: LayersModelInternals) => unknown,
  see: (data: readonly Tensor[]) => void = () => {},
): Promise<void> {
  const done = Object.assign(new Error("The rehearsal is over"), { [rehearsalOver]: true });
  const stop = () => {
    throw done;
  };
  const standIn: object = Object.create(model, {
    makeTrainFunction: { value: stop },
    makeTestFunction: { value: () => {} },
    testFunction: {
      value: (data: readonly Tensor[]) => {
        see(data);
        stop();
      },
    },
    testLoop: { value: stop },
    // It warns, and the fit itself calls it again.
    checkTrainableWeightsConsistency: { value: () => {} },
  });
  try {
    await play(internalsOf(standIn));
  } catch (error) {
    if (error !== done) throw error;
  }
}

import { otherCopyError } from "../copies/other-copy-error.ts";
import { extendLayersModel, isExtended } from "./extend-layers-model.ts";

/** Throws where a model is of a copy of TensorFlow.js in which this package's metrics and callbacks could not work. */
export function checkCopy(caller: string, model: object): void {
  extendLayersModel();
  for (let each: object | null = model; each !== null; each = Object.getPrototypeOf(each)) {
    if (isExtended(each)) return;
    if (Object.hasOwn(each, "makeTrainFunction") && Object.hasOwn(each, "compile")) {
      throw otherCopyError(`${caller}: the model is of another copy of TensorFlow.js`);
    }
  }
}

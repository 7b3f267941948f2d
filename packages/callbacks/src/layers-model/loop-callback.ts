import { Callback, type LayersModel } from "@tensorflow/tfjs";

/** A callback of TensorFlow.js that also takes a model of another copy of it, which stock ones refuse. */
export class LoopCallback extends Callback {
  override setModel(model: LayersModel): void {
    this.model = model;
  }
}

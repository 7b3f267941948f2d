import {
  Callback,
  CustomCallback,
  LayersModel,
  registerCallbackConstructor,
  version_layers,
} from "@tensorflow/tfjs";
import type { LayersCopy } from "./layers-copy.ts";

/** The copy that this package imports. */
export const ownCopy: LayersCopy = {
  LayersModel,
  Callback,
  CustomCallback: CustomCallback as LayersCopy["CustomCallback"],
  registerCallbackConstructor:
    registerCallbackConstructor as LayersCopy["registerCallbackConstructor"],
  version_layers,
};

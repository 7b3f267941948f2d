import type { LayersModel } from "@tensorflow/tfjs";
import { fitArguments } from "../card/fit-card.ts";
import { trainingCard } from "../card/training-card.ts";
import type { FitCall } from "./fit-listener.ts";
import { layersConfig } from "./layers-config.ts";

type Config = Readonly<Record<string, unknown>>;

/**
 * The config of a run, read off a fit: optimizer and loss, the arguments of `fit()`, the layers, and what is known of the program.
 *
 * What people change most comes first, because the name of a first run is made of its first params.
 */
export function fitConfig(model: LayersModel, call: FitCall, program: Config): Config {
  const { optimizer = {}, loss, metrics = [] } = trainingCard(model) ?? {};
  const { name, learningRate, ...rest } = optimizer as Config;
  const optimizerName = typeof name === "string" ? name.toLowerCase() : undefined;
  const parts: Config = {
    ...program,
    optimizer: optimizerName,
    learningRate,
    // What TensorFlow.js takes where nothing is given; the batches of a dataset are its own.
    ...(call.y !== undefined && { batchSize: 32 }),
    ...fitArguments({ ...call, model, hasValidation: false }),
    loss,
    metrics: metrics.filter((metric) => metric !== "loss"),
    ...(optimizerName !== undefined && { [optimizerName]: rest }),
    layers: layersConfig(model),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

import { dispose, type Tensor } from "@tensorflow/tfjs";
import { inputsOf } from "../layers-model/fit-inputs.ts";
import { internalsOf, type StockFitArgs } from "../layers-model/layers-model-internals.ts";
import { PeekedDataset } from "./peeked-dataset.ts";
import { rehearse } from "./rehearse.ts";

/** Throws what `fit()` of TensorFlow.js would throw before its first batch. */
export async function refuseFit(
  stock: (this: object, x: unknown, y: unknown, args: StockFitArgs) => Promise<unknown>,
  { model, x, y, args }: { model: object; x: unknown; y: unknown; args: StockFitArgs },
): Promise<void> {
  // TensorFlow.js splits off a share of the samples without any check, and copies it.
  const plain = { ...args, callbacks: undefined, validationSplit: undefined };
  await rehearse(model, (standIn) => stock.call(standIn, x, y, plain as StockFitArgs));
}

/** Datasets of a fit whose first batches fit the model. */
export interface CheckedDatasets {
  readonly dataset: unknown;
  /** Options that replace the given ones. */
  readonly args: object;
  /** Frees batches that were read and never used. */
  end(): void;
}

/** Throws what `fitDataset()` of TensorFlow.js would throw before its first batch or, of its shape, at its first batch. */
export async function refuseFitDataset(
  stock: (this: object, dataset: unknown, args: StockFitArgs) => Promise<unknown>,
  { model, dataset, args }: { model: object; dataset: unknown; args: StockFitArgs },
): Promise<CheckedDatasets> {
  const plain = args && { ...args, callbacks: undefined };
  await rehearse(model, (standIn) => stock.call(standIn, dataset, plain as StockFitArgs));
  const options = Object(args) as Record<string, unknown>;
  const { epochs, initialEpoch, batchesPerEpoch, validationData, classWeight } = options;
  const peeked: PeekedDataset[] = [];
  const end = () => {
    for (const each of peeked) each.end();
  };
  const peek = async (of: unknown, unread: number, weight?: unknown) => {
    const each = await PeekedDataset.of(of, unread);
    peeked.push(each);
    if (each.first !== undefined) await checkElement(model, each.first, weight);
    return each;
  };
  const trains = Number(initialEpoch ?? 0) < Number(epochs);
  try {
    // The data of this package's fit() have been checked, and their order may still change.
    const isChecked = !trains || inputsOf(dataset) !== undefined;
    // TensorFlow.js opens a dataset once more than it has epochs.
    const first = isChecked
      ? dataset
      : await peek(dataset, batchesPerEpoch == null ? 1 : 0, classWeight);
    if (validationData == null || !trains) return { dataset: first, args: {}, end };
    if (typeof (validationData as { iterator?: unknown }).iterator === "function") {
      return { dataset: first, args: { validationData: await peek(validationData, 0) }, end };
    }
    await checkTensors(model, options);
    return { dataset: first, args: {}, end };
  } catch (error) {
    end();
    throw error;
  }
}

async function checkElement(model: object, value: unknown, classWeight: unknown): Promise<void> {
  // The model's own method would report an evaluation.
  const { evaluateDataset } = internalsOf(Object.getPrototypeOf(model));
  const iterator = { next: async () => ({ value, done: false }) };
  let labels: readonly Tensor[] = [];
  await rehearse(
    model,
    (standIn) => evaluateDataset.call(standIn, iterator, { batches: 1 }),
    (data) => {
      labels = data.slice(internalsOf(model).inputs.length);
    },
  );
  if (classWeight != null) await checkClasses(model, labels, classWeight);
}

/** Only asks for the weights of classes: `fitDataset()` leaves the labels as they are. */
async function checkClasses(
  model: object,
  labels: readonly Tensor[],
  classWeight: unknown,
): Promise<void> {
  await rehearse(model, async (standIn) => {
    const asTheyAre = () => [[], labels];
    Object.defineProperty(standIn, "standardizeUserDataXY", { value: asTheyAre });
    const [, , weights] = await standIn.standardizeUserData([], [], null, classWeight, false, 1);
    dispose(weights?.filter((each) => each !== null) ?? []);
  });
}

async function checkTensors(model: object, options: Record<string, unknown>): Promise<void> {
  const [x, y] = options.validationData as unknown[];
  const args = { batchSize: options.validationBatchSize ?? 32, verbose: 0 };
  await rehearse(model, (standIn) => standIn.evaluate(x, y, args));
}

import type { DataPrint, RunCard } from "@epochal/record";
import type { FitContext } from "../arranging/fit-context.ts";
import { inputsOf, tensorsIn } from "../layers-model/fit-inputs.ts";
import { dataPrint } from "./data-print.ts";

/** The data of a training. */
export async function dataCard({ x, y, args }: FitContext): Promise<RunCard["data"]> {
  const inputs = inputsOf(x);
  const [features, labels] = [inputs?.x ?? x, inputs?.y ?? y];
  const { validationData } = Object(args) as { validationData?: unknown };
  const validation = Array.isArray(validationData) ? validationData : [];
  const [printX, printY] = [await print(features, false), await print(labels, true)];
  const printed = await Promise.all(validation.map((each, i) => print(each, i === 1)));
  const known = printed.filter((each) => each !== undefined);
  const { size } = Object(x) as { size?: unknown };
  const isCounted = printX === undefined && typeof size === "number" && Number.isFinite(size);
  return {
    ...(printX !== undefined && { x: printX }),
    ...(printY !== undefined && { y: printY }),
    ...(known.length > 0 && { validation: known }),
    ...(isCounted && { batches: size }),
  };
}

async function print(given: unknown, areLabels: boolean): Promise<DataPrint | undefined> {
  const tensors = tensorsIn(given);
  return tensors.length === 0 ? undefined : dataPrint(tensors, areLabels);
}

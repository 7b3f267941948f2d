import type { DataPrint } from "@epochal/record";
import { gather, type Tensor, tensor1d, tidy, util } from "@tensorflow/tfjs";
import { sha256 } from "./sha256.ts";

/** More bytes than this are not read for a checksum. */
const mostBytes = 16 * 2 ** 20;
const mostClasses = 100;

/** A summary of these tensors. `areLabels` counts classes where there are some. */
export async function dataPrint(
  tensors: readonly Tensor[],
  areLabels: boolean,
): Promise<DataPrint> {
  const bytes = tensors.reduce((sum, { size }) => sum + size * 4, 0);
  const isSampled = bytes > mostBytes;
  const values = await Promise.all(tensors.map((tensor) => valuesOf(tensor, isSampled && bytes)));
  const checksum = await sha256(...values);
  const [first] = tensors;
  const [labels] = values;
  const classes =
    areLabels && tensors.length === 1 && first !== undefined && !isSampled
      ? classesOf(first, labels ?? new Float32Array())
      : undefined;
  return {
    shapes: tensors.map(({ shape }) => shape),
    dtypes: tensors.map(({ dtype }) => dtype),
    samples: first?.shape[0] ?? 0,
    ...(classes !== undefined && { classes }),
    ...(checksum !== undefined && { checksum }),
    ...(isSampled && { isSampled }),
  };
}

type Values = Float32Array | Int32Array | Uint8Array;

/** The bytes of a whole tensor, or of evenly spread rows and the last one where these are too many. */
async function valuesOf(tensor: Tensor, tooMany: number | false): Promise<Values> {
  if (tensor.dtype === "string") {
    return util.encodeString(((await tensor.data()) as unknown as string[]).join("\n"));
  }
  const rows = tensor.shape[0] ?? 1;
  const kept = tooMany === false ? rows : Math.max(1, Math.floor((rows * mostBytes) / tooMany));
  if (kept >= rows) return tensor.data();
  const picked = Int32Array.from({ length: kept }, (_, i) =>
    Math.floor((i * (rows - 1)) / Math.max(1, kept - 1)),
  );
  const sample = tidy(() => gather(tensor, tensor1d(picked, "int32")));
  const values = await sample.data();
  sample.dispose();
  return values;
}

/** How many samples each class has: of a column of whole numbers, or of rows with one 1. */
function classesOf({ shape }: Tensor, values: Values): Record<string, number> | undefined {
  const width = shape.slice(1).reduce((product, size) => product * size, 1);
  const counts = new Map<number, number>();
  const count = (label: number) => counts.set(label, (counts.get(label) ?? 0) + 1);
  if (width === 1) {
    for (const value of values) {
      if (!Number.isInteger(value) || value < 0 || counts.size > mostClasses) return undefined;
      count(value);
    }
  } else {
    if (width > mostClasses || shape.length !== 2) return undefined;
    for (let at = 0; at < values.length; at += width) {
      const row = Array.from(values.subarray(at, at + width));
      const isOneHot = row.filter((value) => value !== 0).join() === "1";
      if (!isOneHot) return undefined;
      count(row.indexOf(1));
    }
  }
  if (counts.size > mostClasses) return undefined;
  return Object.fromEntries([...counts].sort(([a], [b]) => a - b));
}

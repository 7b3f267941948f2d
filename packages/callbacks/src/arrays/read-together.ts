import { concat, type Tensor, tidy } from "@tensorflow/tfjs";
import { isRead, noteRead } from "./host-array.ts";

type Values = Parameters<typeof noteRead>[1];

/** More numbers than these are not joined on the device, because the joined tensor takes as much memory again. */
const mostNumbers = 2 ** 21;

/**
 * Reads tensors from their device without stopping it. All of one type come in one read, because each read waits for the device,
 * however little it fetches. `toHostArray` then finds the values.
 */
export async function readTogether(tensors: readonly Tensor[]): Promise<void> {
  await Promise.all(
    groupsOf(tensors).map(async (group) => {
      const joined = join(group);
      try {
        noteGroup(group, (await joined.data()) as Values);
      } finally {
        free(joined, group);
      }
    }),
  );
}

/** The same, synchronously: it stops the device once. */
export function readTogetherNow(tensors: readonly Tensor[]): void {
  for (const group of groupsOf(tensors)) {
    const joined = join(group);
    try {
      noteGroup(group, joined.dataSync() as Values);
    } finally {
      free(joined, group);
    }
  }
}

/** The tensors to read, in lists that each fit into one tensor. */
function groupsOf(tensors: readonly Tensor[]): readonly (readonly Tensor[])[] {
  const groups = new Map<string, Tensor[]>();
  for (const tensor of tensors) {
    const { dtype } = tensor;
    // No numbers: reading them later fails with an error.
    if (dtype === "string" || dtype === "complex64" || isRead(tensor)) continue;
    const group = groups.get(dtype);
    if (group === undefined) groups.set(dtype, [tensor]);
    else group.push(tensor);
  }
  return [...groups.values()].flatMap((group) => {
    const numbers = group.reduce((sum, { size }) => sum + size, 0);
    return numbers > mostNumbers ? group.map((tensor) => [tensor]) : [group];
  });
}

function join(group: readonly Tensor[]): Tensor {
  const [first] = group;
  if (group.length === 1 && first !== undefined) return first;
  return tidy(() => concat(group.map((tensor) => tensor.flatten())));
}

function free(joined: Tensor, group: readonly Tensor[]): void {
  if (joined !== group[0]) joined.dispose();
}

function noteGroup(group: readonly Tensor[], values: Values): void {
  let at = 0;
  for (const tensor of group) {
    noteRead(tensor, values.subarray(at, at + tensor.size));
    at += tensor.size;
  }
}

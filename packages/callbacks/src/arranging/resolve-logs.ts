import { Tensor } from "@tensorflow/tfjs";
import { readsAtOnce } from "../layers-model/reads-at-once.ts";

/** Replaces each tensor in the logs, in place, by its number, and frees it. */
export async function resolveLogs(logs: Record<string, unknown> = {}): Promise<void> {
  const pending: Promise<void>[] = [];
  const isNear = readsAtOnce();
  for (const key of Object.keys(logs)) {
    const tensor = logs[key];
    if (!(tensor instanceof Tensor)) continue;
    if (isNear) replace(logs, key, tensor, tensor.dataSync());
    else pending.push(tensor.data().then((values) => replace(logs, key, tensor, values)));
  }
  if (pending.length > 0) await Promise.all(pending);
}

function replace(
  logs: Record<string, unknown>,
  key: string,
  tensor: Tensor,
  values: ArrayLike<number>,
): void {
  logs[key] = values[0] ?? Number.NaN;
  tensor.dispose();
}
